package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Follows links from page to page as somebody, each address once, and shows everything that is answered to a reader. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("(?:href|src|formaction)=\"(/[^\"#]*)");

    /** Pages that stand for many alike: so many of each are enough. */
    private static final int OF_A_KIND = 12;

    private final Caller caller;
    private final int most;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    Crawl(Caller caller, int most) {
        this.caller = caller;
        this.most = most;
    }

    /** Shown what an address answered; files of a workbook are unpacked. */
    interface Reader {
        void read(String address, Said said, String text) throws IOException;
    }

    /** Reads the addresses and all that they lead to; gives how many. */
    int from(List<String> addresses, Reader reader) throws IOException {
        addresses.forEach(this::await);
        int read = 0;
        while (!waiting.isEmpty() && read < most) {
            var address = waiting.removeFirst();
            var said = caller.get(address);
            var text = text(said);
            reader.read(address, said, text);
            read++;
            var links = LINK.matcher(text);
            while (links.find()) {
                follow(links.group(1).replace("&amp;", "&"));
            }
        }
        return read;
    }

    private void follow(String address) {
        int of = kinds.merge(
                address.replaceAll("\\?.*", "").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "*"), 1, Integer::sum);
        if (of <= OF_A_KIND && !address.contains("/webjars/")) {
            await(address);
        }
    }

    private void await(String address) {
        if (seen.add(address)) {
            waiting.addLast(address);
        }
    }

    /** The text of an answer: of a workbook, all its parts. */
    static String text(Said said) throws IOException {
        var body = said.body();
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return said.text();
        }
        var text = new StringBuilder();
        var file = Files.createTempFile("samsyn-proof", ".zip");
        try {
            Files.write(file, body);
            try (var parts = new ZipFile(file.toFile())) {
                for (var part : Collections.list(parts.entries())) {
                    try (var in = parts.getInputStream(part)) {
                        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return text.toString();
    }
}
