package se.samsyn.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What the beginning of a file tells of how it is written. */
record TextLook(boolean parquet, List<String> header, String delimiter, String encoding) {

    private static final int READ = 4 << 20;
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    static TextLook of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(READ);
            if (head.length >= 4 && ByteBuffer.wrap(head, 0, 4).equals(ByteBuffer.wrap(PARQUET))) {
                return new TextLook(true, List.of(), "", "");
            }
            boolean utf8 = isUtf8(head);
            String text = new String(head, utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            String delimiter = delimiter(plain);
            return new TextLook(false, header(plain, delimiter), delimiter, utf8 ? "utf-8" : "latin-1");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The names in the first line; none where it cannot be read. */
    private static List<String> header(String text, String delimiter) {
        CSVFormat format =
                CSVFormat.Builder.create().setDelimiter(delimiter).setQuote('"').get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> first = parser.iterator();
            return first.hasNext()
                    ? first.next().toList().stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    /** The last few bytes may be half a letter. */
    private static boolean isUtf8(byte[] head) {
        int end = head.length;
        while (end > 0 && end > head.length - 4 && (head[end - 1] & 0x80) != 0) {
            end--;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, end));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** The one that stands most often in the first line, outside quotation marks. */
    private static String delimiter(String text) {
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
        return List.of(";", ",", "\t", "|").stream()
                .max(Comparator.comparingLong(
                        mark -> line.chars().filter(c -> c == mark.charAt(0)).count()))
                .orElse(";");
    }
}
