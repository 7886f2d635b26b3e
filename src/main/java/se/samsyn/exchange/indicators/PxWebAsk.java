package se.samsyn.exchange.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.exchange.opendata.PxTableId;
import se.samsyn.exchange.opendata.PxWebQuestion;

/** Which cells of a table in a PxWeb database somebody wants. */
public record PxWebAsk(PxWebQuestion question) {

    private static final String LAST = "(?i)(senaste|last)\\s*:?\\s*(\\d{1,4})";

    /**
     * Reads what somebody wrote: {@code Region=00,20,2080; Kon=1,2; Tid=senaste 10}, or a star for all values of a variable.
     *
     * @throws IllegalArgumentException when it cannot be read; the message says what, in Swedish
     */
    public static PxWebAsk of(String table, String picks) {
        PxTableId id = PxTableId.find(table)
                .orElseThrow(() -> new IllegalArgumentException("”" + table + "” är inget tabell-id, som TAB638."));
        Map<String, PxWebQuestion.Pick> wanted = new LinkedHashMap<>();
        for (String part : picks.split("[;\\n]")) {
            if (!part.isBlank()) {
                int at = part.indexOf('=');
                if (at < 1 || part.substring(at + 1).isBlank()) {
                    throw new IllegalArgumentException(
                            "”" + part.strip() + "” är inget urval. Skriv som Region=00,2080 eller Tid=senaste 5.");
                }
                wanted.put(
                        part.substring(0, at).strip(),
                        pick(part.substring(at + 1).strip()));
            }
        }
        return new PxWebAsk(new PxWebQuestion(id, wanted, PxWebQuestion.Format.JSON_STAT2));
    }

    private static PxWebQuestion.Pick pick(String text) {
        if (text.equals("*")) {
            return new PxWebQuestion.Pick.All();
        }
        if (text.matches(LAST)) {
            int count = Integer.parseInt(text.replaceFirst(LAST, "$2"));
            if (count < 1) {
                throw new IllegalArgumentException("Välj minst ett värde av de senaste.");
            }
            return new PxWebQuestion.Pick.Last(count);
        }
        return new PxWebQuestion.Pick.Codes(List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList());
    }
}
