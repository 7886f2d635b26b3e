package se.samsyn.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;

/** The groupings of a variable's codes: those its codebook names, the levels of its tree, and ten at a time for whole numbers. */
final class Groupings {

    private static final Pattern BAND = Pattern.compile("(-?\\d+)?\\s*[-–]\\s*(-?\\d+)?");
    private static final Wording TENS = new Wording("Tiotal", "Tens");

    private final VariableDraft variable;
    private final List<Codebook.Code> codes;

    Groupings(VariableDraft variable, List<Codebook.Code> codes) {
        this.variable = variable;
        this.codes = codes;
    }

    List<Codebook.Grouping> all() {
        List<Codebook.Grouping> all = new ArrayList<>(levels());
        variable.groupings().forEach((name, groups) -> all.add(named("g" + (all.size() + 1), name, groups)));
        return all;
    }

    /** What must be mended: codes, or numbers in bands, that are in two groups of one grouping. */
    List<Mend> mends() {
        List<Mend> mends = new ArrayList<>();
        variable.groupings().forEach((name, groups) -> {
            Set<Integer> seen = new LinkedHashSet<>();
            groups.values().stream()
                    .flatMap(members -> positions(members).stream())
                    .filter(at -> !seen.add(at))
                    .findFirst()
                    .ifPresent(at -> mends.add(Mend.codebook(
                            variable.row(),
                            "grupp",
                            "in-two-groups",
                            codes.get(at).code(),
                            name)));
        });
        return mends;
    }

    private Codebook.Grouping named(String key, String name, Map<String, List<String>> groups) {
        List<Codebook.Group> made = new ArrayList<>();
        groups.forEach((group, members) ->
                made.add(new Codebook.Group(String.valueOf(made.size() + 1), Wording.same(group), positions(members))));
        return new Codebook.Grouping(key, Wording.same(name), made);
    }

    /** A member is a code; where there is no such code, a band. */
    private Set<Integer> positions(List<String> members) {
        Set<Integer> positions = new LinkedHashSet<>();
        for (String member : members) {
            boolean code = codes.stream().anyMatch(each -> each.code().equals(member));
            IntStream.range(0, codes.size())
                    .filter(at -> code
                            ? codes.get(at).code().equals(member)
                            : inBand(codes.get(at).code(), member))
                    .forEach(positions::add);
        }
        return positions;
    }

    /** Whether a whole number lies in a band such as 18-24, -17 or 65-. */
    private static boolean inBand(String code, String band) {
        Matcher matcher = BAND.matcher(band);
        Optional<Integer> number = whole(code);
        if (number.isEmpty() || !matcher.matches()) {
            return false;
        }
        boolean fromBelow = matcher.group(1) == null || number.get() >= Integer.parseInt(matcher.group(1));
        boolean fromAbove = matcher.group(2) == null || number.get() <= Integer.parseInt(matcher.group(2));
        return fromBelow && fromAbove;
    }

    static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A grouping for each level of the tree above the lowest: every code by its ancestor at that depth. */
    private List<Codebook.Grouping> levels() {
        int depth = variable.codes().stream().mapToInt(this::depth).max().orElse(0);
        List<Codebook.Grouping> levels = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            Map<String, Set<Integer>> members = new LinkedHashMap<>();
            for (int at = 0; at < codes.size(); at++) {
                int position = at;
                ancestor(codes.get(at).code(), level)
                        .ifPresent(above -> members.computeIfAbsent(above, _ -> new LinkedHashSet<>())
                                .add(position));
            }
            levels.add(level(level, members));
        }
        return levels;
    }

    private Codebook.Grouping level(int level, Map<String, Set<Integer>> members) {
        List<Codebook.Group> groups = new ArrayList<>();
        members.forEach((code, positions) -> groups.add(new Codebook.Group(
                code,
                Wording.same(
                        variable.code(code).map(VariableDraft.CodeLine::label).orElse(code)),
                positions)));
        Wording label = new Wording("Nivå " + (level + 1), "Level " + (level + 1));
        return new Codebook.Grouping("level" + (level + 1), label, groups);
    }

    private int depth(VariableDraft.CodeLine code) {
        return variable.code(code.parent()).map(above -> depth(above) + 1).orElse(0);
    }

    private Optional<String> ancestor(String code, int level) {
        Optional<VariableDraft.CodeLine> now = variable.code(code);
        while (now.isPresent() && depth(now.get()) > level) {
            now = variable.code(now.get().parent());
        }
        return now.filter(found -> depth(found) == level).map(VariableDraft.CodeLine::code);
    }

    /** Ten whole numbers at a time. */
    static Codebook.Grouping tens(List<Codebook.Code> codes) {
        Map<Integer, Set<Integer>> bands = new LinkedHashMap<>();
        for (int at = 0; at < codes.size(); at++) {
            int position = at;
            whole(codes.get(at).code())
                    .ifPresent(
                            number -> bands.computeIfAbsent(Math.floorDiv(number, 10) * 10, _ -> new LinkedHashSet<>())
                                    .add(position));
        }
        List<Codebook.Group> groups = new ArrayList<>();
        bands.forEach((from, positions) ->
                groups.add(new Codebook.Group(String.valueOf(from), Wording.same(from + "–" + (from + 9)), positions)));
        return new Codebook.Grouping("tens", TENS, groups);
    }
}
