package se.samsyn.exchange.person;

import java.time.LocalDate;

/** Numbers made by the rule, for tests. */
public final class TestNumbers {

    private TestNumbers() {}

    /** Twelve digits with a right check digit. */
    public static String number(LocalDate born, int serial) {
        String eleven =
                "%04d%02d%02d%03d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), serial);
        int sum = 0;
        for (int i = 2; i < 11; i++) {
            int product = (eleven.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return eleven + (10 - sum % 10) % 10;
    }
}
