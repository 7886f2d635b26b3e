package se.samsyn.followup;

/** An import was cancelled while it ran; nothing of it is left. */
public final class ImportCancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportCancelled() {
        super("The import was cancelled; nothing was stored");
    }
}
