package se.samsyn.exchange.cube;

import java.math.BigDecimal;

/** Numbers to and from plain text with a decimal point. */
final class Numbers {

    private static final long EXACT = 1L << 53;
    private static final int LARGEST_POWER = 22;
    private static final double[] POWERS = new double[LARGEST_POWER + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= LARGEST_POWER; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Numbers() {}

    /*
     * The nearest double. A number of at most 2^53 times a power of ten up to 10^22 needs one division of two exact doubles and is thus
     * rounded once [1]; the rest go to the library.
     *
     * [1] W. D. Clinger, How to read floating point numbers accurately, PLDI 1990.
     */
    /** The number that the characters write, or NaN if they write none; never infinite. */
    static double parse(char[] text, int length) {
        int i = length > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
        long digits = 0;
        int decimals = -1;
        int count = 0;
        for (; i < length; i++) {
            char c = text[i];
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                count++;
                digits = digits > EXACT ? digits : digits * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return slowly(text, length);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (digits > EXACT || decimals > LARGEST_POWER) {
            return slowly(text, length);
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : (double) digits;
        return text[0] == '-' ? -value : value;
    }

    private static double slowly(char[] text, int length) {
        String number = new String(text, 0, length);
        if (!number.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?")) {
            return Double.NaN;
        }
        double value = Double.parseDouble(number);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** The shortest plain text that reads as the same number. */
    static String text(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) < 1e15) {
            return Long.toString(whole);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
