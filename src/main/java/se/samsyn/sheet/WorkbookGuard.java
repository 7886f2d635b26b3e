package se.samsyn.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a zip file before it is read as a workbook.
 *
 * <p>What the zip says of its own sizes is not believed: every part is unpacked once and counted, and stops as soon as a limit is
 * passed. Refused are archives that are no workbooks, too many parts, too much unpacked data, data packed tighter than
 * spreadsheets are, more text than fits in memory, document type declarations (the way in for XML entities), and cell addresses outside any sheet.
 */
final class WorkbookGuard {

    private static final long FREE_TO_UNPACK = 20L << 20;
    private static final int TIGHTEST = 200;
    private static final int OVERLAP = 64;

    /** Parts that are kept whole in memory while a workbook is read, and how large they may be. */
    private static final Map<String, Long> KEPT_WHOLE =
            Map.of("xl/sharedStrings.xml", 100L << 20, "xl/styles.xml", 20L << 20);

    /** A cell holds 32 767 signs at most; what goes on longer than this without a tag is no text of a cell. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final Pattern DECLARATION = Pattern.compile("<!(?:DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEYOND_ANY_SHEET =
            Pattern.compile("\\sr=[\"'][A-Z]{4,}|\\s(?:spans=[\"']\\d+:\\d{6,}|r=[\"'][A-Z]*\\d{8,})");

    private WorkbookGuard() {}

    static void check(Path file, Limits limits) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.parts()) {
                throw refused(SheetFault.PACKED_TOO_TIGHT);
            }
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw refused(SheetFault.NOT_A_WORKBOOK);
            }
            long total = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                total += unpack(zip, entries.nextElement(), limits.unpackedBytes() - total);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw refused(SheetFault.DAMAGED_WORKBOOK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, long allowed) throws IOException {
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        long packed = Math.max(1, entry.getCompressedSize());
        var buffer = new byte[1 << 16];
        long allowedHere = Math.min(allowed, KEPT_WHOLE.getOrDefault(entry.getName(), allowed));
        String tail = "";
        long size = 0;
        long untagged = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > allowedHere || (size > FREE_TO_UNPACK && size / packed > TIGHTEST)) {
                    throw refused(SheetFault.PACKED_TOO_TIGHT);
                }
                if (xml) {
                    String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace("\0", "");
                    untagged = text.indexOf('<') < 0 ? untagged + text.length() : 0;
                    if (untagged > LONGEST_TEXT) {
                        throw refused(SheetFault.PACKED_TOO_TIGHT);
                    }
                    tail = scan(tail + text);
                }
            }
        }
        return size;
    }

    private static String scan(String text) {
        if (text.contains("<!") && DECLARATION.matcher(text).find()) {
            throw refused(SheetFault.XML_ENTITIES);
        }
        if (BEYOND_ANY_SHEET.matcher(text).find()) {
            throw refused(SheetFault.DAMAGED_WORKBOOK);
        }
        return text.substring(Math.max(0, text.length() - OVERLAP));
    }

    private static Refusal refused(SheetFault fault) {
        return new Refusal(Problem.ofFile(fault));
    }
}
