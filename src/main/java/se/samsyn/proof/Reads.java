package se.samsyn.proof;

import java.nio.file.Path;
import java.util.List;

/** What a module reads that others made; a module whose parsers are to be tried on nasty inputs makes a bean of this. */
public interface Reads {

    /**
     * Its parsers.
     *
     * @param folder where a parser of files may put the file to be read
     */
    List<Parser> parsers(Path folder);
}
