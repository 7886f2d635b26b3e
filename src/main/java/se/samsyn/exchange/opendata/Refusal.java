package se.samsyn.exchange.opendata;

import java.net.URI;

/** An answer that cannot be used. Never leaves the package: the doors turn it into a result. */
final class Refusal extends RuntimeException {

    private final transient OpenDataProblem problem;

    Refusal(OpenDataFault fault, String where, String what) {
        super(fault.name(), null, false, false);
        this.problem = new OpenDataProblem(fault, where, what);
    }

    static Refusal at(OpenDataFault fault, URI address, String what) {
        return new Refusal(fault, place(address), what);
    }

    static Refusal question(String what) {
        return new Refusal(OpenDataFault.QUESTION, "", what);
    }

    /** Host and path; the query is left out. */
    static String place(URI address) {
        return address.getHost() + address.getPath();
    }

    OpenDataProblem problem() {
        return problem;
    }
}
