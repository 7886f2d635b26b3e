package se.samsyn.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;

/** Texts of messages in both languages at once, for content that leaves the page it was made for. */
@Component
public final class Texts {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** A text, with wordings and plain values put into it where it has places for them. */
    public Wording of(String key, Object... arguments) {
        return new Wording(in(SWEDISH, key, arguments), in(Locale.ENGLISH, key, arguments));
    }

    private String in(Locale locale, String key, Object... arguments) {
        var spoken = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            spoken[i] = arguments[i] instanceof Wording wording ? wording.in(locale) : String.valueOf(arguments[i]);
        }
        return messages.getMessage(key, arguments.length == 0 ? null : spoken, locale);
    }
}
