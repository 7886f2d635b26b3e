package se.samsyn.table;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;

/** The standing texts of tables, from the messages, in both languages at once. */
@Component("tableWords")
final class Words {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** A text without variable parts, or with wordings and plain values put into it. */
    Wording of(String key, Object... arguments) {
        return new Wording(in(SWEDISH, key, arguments), in(Locale.ENGLISH, key, arguments));
    }

    private String in(Locale locale, String key, Object... arguments) {
        Object[] spoken = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            spoken[i] = arguments[i] instanceof Wording wording ? wording.in(locale) : String.valueOf(arguments[i]);
        }
        return messages.getMessage("table." + key, spoken, locale);
    }
}
