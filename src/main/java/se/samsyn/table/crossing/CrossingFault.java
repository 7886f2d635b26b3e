package se.samsyn.table.crossing;

import java.util.List;

/** A crossing that is not answered: why, and what to do instead. */
public final class CrossingFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Object> arguments;
    private final String what;

    CrossingFault(String what, Object... arguments) {
        super(what, null, false, false);
        this.what = what;
        this.arguments = List.of(arguments);
    }

    /** Key of the message that says so. */
    public String message() {
        return "table.crossing.fault." + what;
    }

    /** What the message speaks of. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
