package broken.table.disclosure;

import org.springframework.util.StringUtils;

/** Breaks: disclosure control is plain Java. */
final class SpeaksSpring {

    boolean hasText(String text) {
        return StringUtils.hasText(text);
    }
}
