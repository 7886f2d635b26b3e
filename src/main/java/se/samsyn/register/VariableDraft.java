package se.samsyn.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A variable as its codebook tells it, while the codebook is read. */
final class VariableDraft {

    /** A code with its label, its parent in a tree, and the row it stands in. */
    record CodeLine(int row, String code, String label, boolean missing, String parent) {}

    private final String name;
    private final int row;
    private String label;
    private @Nullable FieldKind kind;
    private final Map<String, CodeLine> codes = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> groupings = new LinkedHashMap<>();

    VariableDraft(String name, int row) {
        this.name = name;
        this.row = row;
        this.label = name;
    }

    /** A variable that no codebook tells of. */
    static VariableDraft of(String name, FieldKind kind) {
        VariableDraft draft = new VariableDraft(name, 0);
        draft.kind = kind;
        return draft;
    }

    String name() {
        return name;
    }

    int row() {
        return row;
    }

    String label() {
        return label;
    }

    void label(String text) {
        label = text;
    }

    Optional<FieldKind> kind() {
        return Optional.ofNullable(kind);
    }

    void kind(FieldKind stated) {
        kind = stated;
    }

    List<CodeLine> codes() {
        return new ArrayList<>(codes.values());
    }

    /** The codes that mean that there is no value. */
    Set<String> missing() {
        return codes.values().stream()
                .filter(CodeLine::missing)
                .map(CodeLine::code)
                .collect(Collectors.toSet());
    }

    /** Adds a code; false where it is there already. */
    boolean add(CodeLine code) {
        return codes.putIfAbsent(code.code(), code) == null;
    }

    Optional<CodeLine> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** Puts a code, or a band of numbers, in a group of a grouping. */
    void group(String grouping, String group, String member) {
        groupings
                .computeIfAbsent(grouping, _ -> new LinkedHashMap<>())
                .computeIfAbsent(group, _ -> new ArrayList<>())
                .add(member);
    }

    /** Groupings by name, each with its groups by name and their members. */
    Map<String, Map<String, List<String>>> groupings() {
        return groupings;
    }
}
