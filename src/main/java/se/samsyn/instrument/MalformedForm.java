package se.samsyn.instrument;

/** An instrument or answers in JSON that cannot be read; the message names the place in the text, such as {@code questions[3].options[0].code}. */
public final class MalformedForm extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedForm(String path, String what) {
        super((path.isEmpty() ? "the text" : path) + ": " + what);
    }

    MalformedForm(String path, String what, Throwable cause) {
        super((path.isEmpty() ? "the text" : path) + ": " + what, cause);
    }
}
