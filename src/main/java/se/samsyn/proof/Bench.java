package se.samsyn.proof;

import java.io.IOException;
import java.io.PrintWriter;

/** Something whose speed the bench prints; a module that has such makes a bean of this. */
public interface Bench {

    /** What it is called on the command line. */
    String name();

    /** Prints its figures, each with what it should be. */
    void print(PrintWriter out) throws IOException;
}
