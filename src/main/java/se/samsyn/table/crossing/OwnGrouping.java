package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Band;
import se.samsyn.table.source.Codebook;

/**
 * A way to take codes of a variable together that somebody has made under a name.
 *
 * @param contents as it was written: a group a line, its name, a colon, and its codes or bands of numbers parted by commas
 * @param owner the place of whoever made it
 */
public record OwnGrouping(UUID id, InstrumentKey set, String field, String name, String contents, PlaceCode owner) {

    private static final int MOST_GROUPS = 60;

    /** A line of the contents. */
    private record Line(String name, List<String> members) {

        static Line of(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw new CrossingFault("grouping-line", text);
            }
            return new Line(
                    text.substring(0, colon).strip(),
                    List.of(text.substring(colon + 1).split(",")).stream()
                            .map(String::strip)
                            .filter(member -> !member.isEmpty())
                            .toList());
        }

        Set<Integer> positions(List<Codebook.Code> codes) {
            Set<Integer> positions = new TreeSet<>();
            members.forEach(member -> positions.addAll(positions(member, codes)));
            return positions;
        }

        static Set<Integer> positions(String member, List<Codebook.Code> codes) {
            Set<Integer> positions = new TreeSet<>();
            IntStream.range(0, codes.size())
                    .filter(at -> codes.get(at).code().equals(member)
                            || Band.of(member).stream()
                                    .anyMatch(band -> band.holds(codes.get(at).code())))
                    .forEach(positions::add);
            return positions;
        }
    }

    private List<Line> lines() {
        return contents.lines().filter(line -> !line.isBlank()).map(Line::of).toList();
    }

    /**
     * Demands that it can be used.
     *
     * @throws CrossingFault when it has no groups or too many, names codes that are not there, or a code twice
     */
    void check(List<Codebook.Code> codes) {
        List<Line> lines = lines();
        if (lines.isEmpty() || lines.size() > MOST_GROUPS) {
            throw new CrossingFault("grouping-groups", MOST_GROUPS);
        }
        Set<Integer> seen = new TreeSet<>();
        for (Line line : lines) {
            line.members().stream()
                    .filter(member -> Line.positions(member, codes).isEmpty())
                    .findFirst()
                    .ifPresent(member -> {
                        throw new CrossingFault("grouping-code", member, line.name());
                    });
            for (int at : line.positions(codes)) {
                if (!seen.add(at)) {
                    throw new CrossingFault("grouping-twice", codes.get(at).code());
                }
            }
        }
    }

    /** As it groups codes that are there now; those that are gone are left out. */
    Codebook.Grouping of(List<Codebook.Code> codes) {
        List<Codebook.Group> groups = new ArrayList<>();
        Set<Integer> seen = new TreeSet<>();
        for (Line line : lines()) {
            Set<Integer> positions = line.positions(codes);
            positions.removeAll(seen);
            seen.addAll(positions);
            groups.add(new Codebook.Group(String.valueOf(groups.size() + 1), Wording.same(line.name()), positions));
        }
        return new Codebook.Grouping("own-" + id.toString().substring(0, 8), Wording.same(name), groups);
    }
}
