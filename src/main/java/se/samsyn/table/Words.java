package se.samsyn.table;

import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;
import se.samsyn.web.Texts;

/** The standing texts of tables, in both languages at once. */
@Component("tableWords")
final class Words {

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    /** A text without variable parts, or with wordings and plain values put into it. */
    Wording of(String key, Object... arguments) {
        return texts.of("table." + key, arguments);
    }
}
