package se.samsyn.sheet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the delimiter from the beginning of a CSV file: the sign that splits most of the first lines into as many fields as it
 * splits the first one. Signs between quotes do not count. With nothing to go by it is the semicolon of Swedish Excel.
 */
final class DelimiterDetector {

    private static final int LINES = 50;

    private DelimiterDetector() {}

    static Delimiter detect(String head) {
        return Arrays.stream(Delimiter.values())
                .max(Comparator.comparingDouble((Delimiter delimiter) -> score(head, delimiter.sign()))
                        .thenComparing(Comparator.<Delimiter>reverseOrder()))
                .orElse(Delimiter.SEMICOLON);
    }

    private static double score(String head, char sign) {
        List<Integer> counts = head.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .map(line -> count(line, sign))
                .toList();
        if (counts.isEmpty() || counts.getFirst() == 0) {
            return 0;
        }
        int first = counts.getFirst();
        long alike = counts.stream().filter(count -> count == first).count();
        return (double) alike / counts.size() + Math.min(first, 100) / 1000.0;
    }

    private static int count(String line, char sign) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (at == '"') {
                quoted = !quoted;
            } else if (at == sign && !quoted) {
                count++;
            }
        }
        return count;
    }
}
