package se.samsyn.followup;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;

/** The texts of messages in both languages, for content that leaves with the figures. */
@Component
final class Labels {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    Wording wording(String key) {
        return new Wording(messages.getMessage(key, null, SWEDISH), messages.getMessage(key, null, Locale.ENGLISH));
    }
}
