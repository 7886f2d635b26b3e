package se.samsyn.database;

import java.util.Optional;

/**
 * Says whose rows the signed-in actor of the current request may touch. The access module implements it; it is asked at every
 * connection made outside {@link RowScope#call} and answers from memory: connections it opens itself see no protected row.
 */
@FunctionalInterface
public interface RowScopeSource {

    /** The scope of the current request, or empty where nobody is signed in. */
    Optional<RowScope> current();
}
