package se.samsyn.keys;

import java.util.Set;

/**
 * The sealed texts that a module keeps. Each is a bean of the module whose texts they are; a module that seals what it keeps has one for
 * every ring it uses. A ring of which nobody here tells keeps its old keys for ever, since nobody knows what is sealed with them.
 */
public interface SealedTexts {

    /** The rings that the module has sealed something with, or has something to seal with. */
    Set<Ring> rings();

    /** Opens all that is kept with a ring, and counts it. Nothing of it is handed out. */
    SealedCount count(Ring ring);

    /**
     * Seals, with the ring's newest key, all that is not: what an older key sealed, and what was never sealed. Works in batches, each a
     * transaction of its own, while others read and write; what cannot be opened is left as it is. Ends when nothing is left to seal;
     * stopped before that it goes on the next time.
     *
     * @return how many texts were sealed
     */
    long sealAnew(Ring ring);
}
