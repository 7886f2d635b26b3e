package se.samsyn.instrument;

import java.util.List;

/** What became of taking a draft into use. */
public sealed interface TakeIntoUse {

    /** The draft is now the version in use, and frozen. */
    record Taken(FormId id) implements TakeIntoUse {}

    /** The draft is the same as the version in use; nothing has changed. */
    record Unchanged() implements TakeIntoUse {}

    /** The draft is not fit for use, for these reasons; nothing has changed. */
    record Refused(List<Flaw> flaws) implements TakeIntoUse {
        /** Copies the flaws. */
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
