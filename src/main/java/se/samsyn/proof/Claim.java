package se.samsyn.proof;

import java.util.concurrent.Callable;

/**
 * Something the program claims of itself, and how it is tried. An exception while it is tried means that it fails.
 *
 * @param text the claim, a Swedish sentence
 */
record Claim(String text, Callable<Verdict> trial) {

    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    Verdict tried() {
        try {
            return trial.call();
        } catch (Exception fault) {
            return new Verdict.Fails(fault.getClass().getSimpleName() + ": " + fault.getMessage());
        }
    }
}
