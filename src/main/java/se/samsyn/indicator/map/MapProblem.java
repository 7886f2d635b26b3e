package se.samsyn.indicator.map;

/**
 * Something in a file of boundaries that somebody should know of, in Swedish.
 *
 * @param where the place, the object or the file
 * @param what what is wrong
 * @param remedy what to do about it
 */
public record MapProblem(String where, String what, String remedy) {

    static MapProblem ofFile(String what, String remedy) {
        return new MapProblem("Filen", what, remedy);
    }

    @Override
    public String toString() {
        return where + ": " + what + " " + remedy;
    }
}
