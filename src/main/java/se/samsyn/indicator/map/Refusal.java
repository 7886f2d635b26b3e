package se.samsyn.indicator.map;

import java.util.List;

/** Stops the reading of a file; never leaves the module. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MapProblem> problems;

    Refusal(List<MapProblem> problems) {
        super("The file cannot be used", null, false, false);
        this.problems = List.copyOf(problems);
    }

    Refusal(MapProblem problem) {
        this(List.of(problem));
    }

    List<MapProblem> problems() {
        return problems;
    }
}
