package se.samsyn.exchange.cube;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the signs in the cells of a PX file mean. */
final class PxSymbols {

    private static final int DOTS = 6;

    /** How a missing sum is written. */
    private static final String SUM = ".......";

    private final Map<String, Symbol> bySign = new HashMap<>();
    private final Map<String, Symbol> byText = new HashMap<>();

    PxSymbols(PxHeading heading) {
        put("-", heading.find("DATASYMBOLNIL"));
        put(SUM, heading.find("DATASYMBOLSUM"));
        for (int i = DOTS; i >= 1; i--) {
            put(".".repeat(i), heading.find("DATASYMBOL" + i));
        }
    }

    private void put(String sign, Optional<PxKeyword> told) {
        String text = told.map(PxKeyword::first).orElse("");
        Symbol symbol = sign.equals(SUM) ? new Symbol(Mark.MISSING, SUM) : Symbol.of(sign, text);
        bySign.put(sign, symbol);
        if (!text.isBlank()) {
            byText.put(text, symbol);
        }
    }

    /** The sign of the format, if it is one. */
    Optional<Symbol> sign(String sign) {
        return Optional.ofNullable(bySign.get(sign));
    }

    /** The sign that the file shows with that text: a fault that some programs make. */
    Optional<Symbol> shown(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** Whether the format can write the sign. */
    static boolean isSign(String sign) {
        return sign.equals("-") || sign.matches("\\.{1,7}");
    }
}
