package se.samsyn.proof;

import java.util.List;

/** The claims of one part of the program, in the order they are tried. */
public interface Part {

    /** What the part is called on the command line. */
    String name();

    /** Its claims; making the list tries nothing. */
    List<Claim> claims(Reference reference);
}
