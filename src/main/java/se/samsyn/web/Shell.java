package se.samsyn.web;

import java.util.List;
import java.util.Optional;

/** What the page shell must be told by modules above it: who looks, and which ways lead on. Each is a bean of such a module. */
public final class Shell {

    private Shell() {}

    /** Says who is signed in. */
    @FunctionalInterface
    public interface Viewers {
        /** The one signed in, if anybody. */
        Optional<Viewer> viewer();
    }

    /** Gives the entries of the main menu that lead to a module's pages, for the one signed in. */
    @FunctionalInterface
    public interface Menu {
        /** The entries that the one signed in may follow; none for strangers. */
        List<Entry> entries();
    }

    /**
     * An entry of the main menu.
     *
     * @param label message key
     * @param path where it leads
     * @param order its place from the left
     */
    public record Entry(String label, String path, int order) {}
}
