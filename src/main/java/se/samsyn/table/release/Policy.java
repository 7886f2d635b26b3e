package se.samsyn.table.release;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import se.samsyn.table.disclosure.AmountRule;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Zeros;

/**
 * What a data set's releases must hold to. Written as a properties file; what is left out is as by default.
 *
 * @param persons a shown count has at least
 * @param organisations that a shown count comes from at least, where a field tells organisations
 * @param organisation key of that field; where none is named, the one that the codebook says is of organisations, if any
 * @param zeros what is known of empty cells
 * @param insiders who know of themselves, and must not be able to tell of all others; -1 for no such rule
 * @param width how far apart the least and the most lie that anybody can tell of a hidden count, at least
 * @param description why the rules are as they are, for those who release
 */
public record Policy(
        int persons,
        int organisations,
        Optional<String> organisation,
        Zeros zeros,
        int insiders,
        double width,
        Optional<String> description) {

    static final Policy USUAL = new Policy(5, 3, Optional.empty(), Zeros.KNOWN, Rule.NO_GROUPS, 2, Optional.empty());

    private static final Set<String> KEYS =
            Set.of("persons", "organisations", "organisation", "zeros", "insiders", "width", "description");

    /** A policy that cannot be followed. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String key;

        Malformed(String key) {
            super("The policy says something that cannot be followed about " + key, null, false, false);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** Checks and copies. */
    public Policy {
        if (persons < 1 || persons > 1000) {
            throw new Malformed("persons");
        }
        if (organisations < 1 || organisations > 100) {
            throw new Malformed("organisations");
        }
        if (insiders < Rule.NO_GROUPS || insiders > 10) {
            throw new Malformed("insiders");
        }
        if (!(width >= 0 && width <= 1000)) {
            throw new Malformed("width");
        }
    }

    /** Reads a policy; words that it does not know are refused, since they may be misspelt. */
    static Policy of(Properties file) {
        for (String key : file.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new Malformed(key);
            }
        }
        return new Policy(
                whole(file, "persons", USUAL.persons()),
                whole(file, "organisations", USUAL.organisations()),
                Optional.ofNullable(file.getProperty("organisation")).map(String::strip),
                zeros(file),
                whole(file, "insiders", USUAL.insiders()),
                number(file, "width", USUAL.width()),
                Optional.ofNullable(file.getProperty("description"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty()));
    }

    private static int whole(Properties file, String key, int otherwise) {
        double number = number(file, key, otherwise);
        if (number != Math.rint(number)) {
            throw new Malformed(key);
        }
        return (int) number;
    }

    private static double number(Properties file, String key, double otherwise) {
        String text = file.getProperty(key);
        try {
            return text == null ? otherwise : Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            throw new Malformed(key);
        }
    }

    private static Zeros zeros(Properties file) {
        String text = file.getProperty("zeros");
        try {
            return text == null ? USUAL.zeros() : Zeros.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Malformed("zeros");
        }
    }

    /** The same with the field named that tells organisations, if any does. */
    Policy by(Optional<String> field) {
        return new Policy(persons, organisations, field, zeros, insiders, width, description);
    }

    Rule rule() {
        return new Rule(persons, zeros, insiders, AmountRule.NONE, width);
    }

    /** What a hidden cell is known to hold at least. */
    long leastHidden() {
        return zeros == Zeros.KNOWN || zeros == Zeros.SHOWN ? 1 : 0;
    }
}
