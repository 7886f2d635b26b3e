package se.samsyn.sheet;

/** A file that cannot be read further. Never leaves the package: the door turns it into a result. */
final class Refusal extends RuntimeException {

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
