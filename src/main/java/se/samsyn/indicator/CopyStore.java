package se.samsyn.indicator;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.postgresql.copy.CopyIn;

/** Writes values as the server copies them in; what is left open when something fails is given up. */
final class CopyStore implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final CopyIn copy;
    private final IncomingStore.Known known;
    private final StringBuilder block = new StringBuilder(BLOCK + 512);
    private final Set<Integer> indicators = new HashSet<>();
    private final Seen seen = new Seen();
    private long delivered;
    private long withdrawn;
    private boolean twice;

    CopyStore(CopyIn copy, IncomingStore.Known known) {
        this.copy = copy;
        this.known = known;
    }

    /** Writes a value. */
    void value(Observation value) {
        begin(value);
        delivered++;
        if (value.reading() instanceof Reading.Known number) {
            block.append(number.value()).append("\t\\N\t");
            append(number.base());
        } else {
            block.append("\\N\t").append(value.reading().mark().orElseThrow()).append("\t\\N\t\\N");
        }
        append(value.members());
        flushFrom(BLOCK);
    }

    /** A value that the source has taken back, marked so that it is settled with the others. */
    void withdrawn(Observation value) {
        begin(value);
        withdrawn++;
        block.append("\\N\tx\t\\N\t\\N");
        append(OptionalInt.empty());
        flushFrom(BLOCK);
    }

    private void begin(Observation value) {
        Integer number = known.numbers().get(value.indicator());
        if (number == null) {
            throw unknown(value.indicator());
        }
        if (!value.group().isEmpty()
                && !known.groups().getOrDefault(number, Set.of()).contains(value.group())) {
            throw new Delivery.Refused("Gruppen " + value.group() + " är inte beskriven för " + value.indicator()
                    + ". Beskriv den bland indikatorns grupper, eller ta bort dess värden.");
        }
        if (!known.places().test(value.place())) {
            throw new Delivery.Refused("Det finns ingen plats " + value.place() + " (värdet för "
                    + value.indicator() + ", år " + value.year()
                    + "). Rätta koden: SE för riket, två siffror för län, fyra för kommun.");
        }
        if (value.year() < 1700 || value.year() > 2200) {
            throw new Delivery.Refused("Ett år för " + value.indicator() + " är inget årtal: " + value.year()
                    + ". Rätta året, eller vilken kolumn som läses som år.");
        }
        indicators.add(number);
        int from = block.length();
        block.append(number)
                .append('\t')
                .append(value.year())
                .append('\t')
                .append(value.sex().letter());
        block.append('\t')
                .append(value.group())
                .append('\t')
                .append(value.place())
                .append('\t');
        twice |= !seen.add(hash(from));
    }

    /** Of what the value is about, as written from there on (FNV-1a). */
    private long hash(int from) {
        long hash = 0xcbf29ce484222325L;
        for (int at = from; at < block.length(); at++) {
            hash = (hash ^ block.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }

    private Delivery.Refused unknown(IndicatorKey key) {
        if (known.others().containsKey(key) && !known.ours().contains(key)) {
            return new Delivery.Refused(
                    IndicatorImports.otherSource(key, known.others().getOrDefault(key, "")));
        }
        return new Delivery.Refused(
                known.ours().contains(key)
                        ? "Indikatorn " + key + " räknas fram här och kan inte läsas in. Byt namn i filen."
                        : "Det finns ingen indikator " + key
                                + ". Läs först in listan över indikatorer, eller låt filen beskriva den.");
    }

    private void append(Optional<Reading.Base> base) {
        if (base.isPresent()) {
            block.append(base.get().part()).append('\t').append(base.get().whole());
        } else {
            block.append("\\N\t\\N");
        }
    }

    private void append(OptionalInt members) {
        block.append('\t');
        if (members.isPresent()) {
            block.append(members.getAsInt());
        } else {
            block.append("\\N");
        }
        block.append('\n');
    }

    private void flushFrom(int length) {
        if (block.length() >= length) {
            byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
            block.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException fault) {
                throw new IllegalStateException("The values could not be taken in", fault);
            }
        }
    }

    /** Ends, and tells what came. */
    IncomingStore.Came end() throws SQLException {
        flushFrom(1);
        copy.endCopy();
        return new IncomingStore.Came(delivered, withdrawn, Set.copyOf(indicators), twice);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
