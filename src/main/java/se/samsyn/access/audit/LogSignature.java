package se.samsyn.access.audit;

import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/** Signatures that may be anything, since somebody may have written over them. */
final class LogSignature {

    private LogSignature() {}

    /** Whether it is ours. What is no signature at all names a key that does not exist, which is not ours either. */
    static boolean fits(Keys keys, byte[] signature, byte[] signed) {
        try {
            return keys.isSignature(Ring.of(Use.LOG), signature, signed);
        } catch (KeyFault notOurs) {
            return false;
        }
    }

    /**
     * Makes sure that the key of the log is there, before what does not fit is taken for changed.
     *
     * @throws KeyFault when it is not
     */
    static void requireKey(Keys keys) {
        keys.sign(Ring.of(Use.LOG), new byte[0]);
    }
}
