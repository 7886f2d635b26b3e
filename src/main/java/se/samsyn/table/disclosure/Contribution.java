package se.samsyn.table.disclosure;

/**
 * What one holder adds to an amount: an organisation that paid, a person who received.
 *
 * @param holder a number that stands for the holder, from 1, the same wherever the holder appears
 * @param amount how much; may be negative
 */
public record Contribution(int holder, double amount) {

    /** Checks the holder's number. */
    public Contribution {
        if (holder < 1 || !Double.isFinite(amount)) {
            throw new IllegalArgumentException("A contribution has a holder, numbered from 1, and a finite amount");
        }
    }
}
