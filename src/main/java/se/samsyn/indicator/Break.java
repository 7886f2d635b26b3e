package se.samsyn.indicator;

/** A break in a series: from this year on, values are not comparable with those before. */
public record Break(int year, String reason) {

    /** Checks that there is a reason. */
    public Break {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A break has a reason");
        }
    }
}
