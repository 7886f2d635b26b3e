package se.samsyn.followup;

/** Told how far an import has come, and asked whether to go on. */
public interface ImportProgress {

    /** Nobody watches. */
    ImportProgress UNWATCHED = new ImportProgress() {
        @Override
        public void done(int cases) {
            // nobody is told
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** So many cases have been written. */
    void done(int cases);

    /** Whether somebody wants it to stop; all is then taken back. */
    boolean cancelled();
}
