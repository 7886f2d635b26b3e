package se.samsyn.proof;

import java.util.concurrent.Callable;

/**
 * Something the program claims of itself, and how it is tried. An exception while it is tried means that it fails.
 *
 * @param text the claim, a Swedish sentence
 */
public record Claim(String text, Callable<Verdict> trial) {

    /** What became of the claim now that it is tried. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    public Verdict tried() {
        try {
            return trial.call();
        } catch (Exception fault) {
            return new Verdict.Fails(fault.getClass().getSimpleName() + ": " + fault.getMessage());
        }
    }
}
