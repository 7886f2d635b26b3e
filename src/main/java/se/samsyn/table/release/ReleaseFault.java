package se.samsyn.table.release;

import java.util.List;

/** A release that cannot be made: why, and what to do instead. */
public final class ReleaseFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Object> arguments;
    private final String what;

    ReleaseFault(String what, Object... arguments) {
        super(what, null, false, false);
        this.what = what;
        this.arguments = List.of(arguments);
    }

    /** Key of the message that says so. */
    public String message() {
        return "table.release.fault." + what;
    }

    /** What the message speaks of. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
