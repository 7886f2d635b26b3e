package se.samsyn.access.audit;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.audit.Finding.Kind;
import se.samsyn.keys.Keys;

/** Goes through the chain once, in order, a batch at a time, and tells what is not as it was left. */
final class Verification {

    private static final int AT_ONCE = 10_000;
    private static final int MOST_STRANGERS = 100;
    private static final Map<String, Kind> SAID_BY_LINES = Map.of(
            "LOG_TAIL_LOST", Kind.TAIL_WAS_LOST,
            "LOG_HEAD_LOST", Kind.HEAD_WAS_LOST,
            "LOG_LINES_LOST", Kind.LINES_WERE_LOST,
            "RESTORE_BACKUP", Kind.RESTORED);

    private final SealStore store;
    private final HeadFile file;
    private final Keys keys;
    private final Consumer<Finding> told;
    private final Map<Long, Head> heads = new HashMap<>();
    private @Nullable Finding pending;
    private long faults;

    Verification(SealStore store, HeadFile file, Keys keys, Consumer<Finding> told) {
        this.store = store;
        this.file = file;
        this.keys = keys;
        this.told = told;
    }

    /**
     * Goes through the places after one.
     *
     * @param start the place before the first to go through; nothing for the whole chain
     * @param noted a head that was written down elsewhere
     */
    Verdict run(Optional<Link> start, Optional<Head> noted) {
        LogSignature.requireKey(keys);
        readHeads();
        Optional<Link> last = start;
        long places = 0;
        for (var links = store.after(position(last), AT_ONCE);
                !links.isEmpty();
                links = store.after(position(last), AT_ONCE)) {
            check(last, links);
            places += links.size();
            last = Optional.of(links.getLast());
        }
        flush();
        compareEnd(position(last));
        noted.filter(head -> !isAt(head)).ifPresent(head -> tell(Finding.of(Kind.NOTED_HEAD_DIFFERS, head.position())));
        store.strangers(MOST_STRANGERS).forEach(line -> tell(Finding.of(Kind.LINE_FOREIGN, line)));
        store.copies(MOST_STRANGERS).forEach(line -> tell(Finding.of(Kind.LINE_COPIED, line)));
        return new Verdict(
                places,
                store.unsealed(),
                position(last),
                last.map(link -> HexFormat.of().formatHex(link.seal())).orElse(""),
                faults);
    }

    private static long position(Optional<Link> link) {
        return link.map(Link::position).orElse(0L);
    }

    /** The heads that the chain must still agree with: those before a backup was put back count as far as it reached. */
    private void readHeads() {
        long newest = 0;
        var kept = file.all();
        for (int at = 0; at < kept.size(); at++) {
            if (kept.get(at).head().isEmpty()) {
                tell(Finding.of(Kind.HEAD_CHANGED, at + 1));
                continue;
            }
            var head = kept.get(at).head().get();
            if (head.kind() == Head.Kind.RESTORED) {
                restored(head);
            } else if (head.position() < newest) {
                tell(Finding.of(Kind.HEAD_WENT_BACK, head.position()));
            }
            newest = head.position();
            var other = heads.put(newest, head);
            if (other != null && !other.seal().equals(head.seal())) {
                tell(Finding.of(Kind.HEAD_DIFFERS, newest));
            }
        }
    }

    private void restored(Head head) {
        heads.keySet().removeIf(position -> position > head.position());
        if (head.former() > head.position()) {
            tell(new Finding(Kind.RESTORED_OVER, head.position() + 1, head.former()));
        }
    }

    private void check(Optional<Link> before, List<Link> links) {
        boolean[] fits = new boolean[links.size()];
        IntStream.range(0, links.size())
                .parallel()
                .forEach(at -> fits[at] = fits(at == 0 ? before : Optional.of(links.get(at - 1)), links.get(at)));
        long expected = position(before) + 1;
        for (int at = 0; at < links.size(); at++) {
            var link = links.get(at);
            if (link.position() != expected) {
                grow(Kind.SEALS_REMOVED, expected, link.position() - 1);
            }
            expected = link.position() + 1;
            judge(link, fits[at]);
        }
    }

    /** Whether the seal is that of the line; after a gap nobody can tell. */
    private boolean fits(Optional<Link> before, Link link) {
        var fact = link.fact();
        if (fact == null || link.position() != position(before) + 1) {
            return true;
        }
        byte[] seal = before.map(Link::seal).orElse(Link.BEGINNING);
        return LogSignature.fits(
                keys, link.seal(), Link.signed(seal, link.position(), link.line(), link.micros(), fact));
    }

    private void judge(Link link, boolean fits) {
        var fact = link.fact();
        if (fact == null) {
            grow(Kind.LINES_REMOVED, link.line(), link.line());
        } else if (!fits) {
            grow(Kind.LINES_CHANGED, link.line(), link.line());
        } else if (SAID_BY_LINES.containsKey(fact.event())) {
            tell(Finding.of(SAID_BY_LINES.get(fact.event()), link.line()));
        }
        var head = heads.get(link.position());
        if (head != null && !head.is(link.seal())) {
            tell(Finding.of(Kind.HEAD_DIFFERS, link.position()));
        }
    }

    /** Neighbours with the same fault are told as one. */
    private void grow(Kind kind, long from, long to) {
        if (pending != null && pending.kind() == kind && pending.to() + 1 == from) {
            pending = new Finding(kind, pending.from(), to);
        } else {
            flush();
            pending = new Finding(kind, from, to);
        }
    }

    private void flush() {
        if (pending != null) {
            var found = pending;
            pending = null;
            tell(found);
        }
    }

    private void compareEnd(long end) {
        heads.keySet().stream()
                .filter(position -> position > end)
                .max(Long::compare)
                .ifPresent(furthest -> tell(new Finding(Kind.TAIL_REMOVED, end + 1, furthest)));
        if (end > 0 && heads.isEmpty()) {
            tell(Finding.of(file.exists() ? Kind.HEAD_CHANGED : Kind.HEAD_MISSING, 0));
        }
    }

    private boolean isAt(Head noted) {
        return store.find(noted.position())
                .filter(link -> noted.is(link.seal()))
                .isPresent();
    }

    private void tell(Finding finding) {
        flush();
        faults += finding.kind().isRemark() ? 0 : 1;
        told.accept(finding);
    }
}
