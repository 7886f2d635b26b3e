package broken.kernel;

import org.springframework.util.StringUtils;

/** Breaks: kernel is plain Java. */
final class SpeaksSpring {

    boolean hasText(String text) {
        return StringUtils.hasText(text);
    }
}
