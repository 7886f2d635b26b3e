package se.samsyn.followup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.Scale;
import se.samsyn.instrument.VariableKey;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.Variable;

/** What a form asks in a phase, worked out once, since a nation's occasions are read by it. */
final class Layout {

    private final Form flat;
    private final Phase phase;
    private final int size;
    private final List<VariableKey> counted;
    private final List<Scale> scales;
    private final List<String> foreign;

    /** Lays out a form, given all the variables there are. */
    Layout(Form form, Phase phase, List<Variable> all) {
        this.flat = form.with(form.variables());
        this.phase = phase;
        var asked = flat.variables(phase);
        this.size = asked.size();
        this.counted =
                asked.stream().filter(Codebook::counted).map(Question::key).toList();
        var keys = asked.stream().map(Question::key).collect(Collectors.toSet());
        this.scales = form.allScales().stream()
                .filter(scale -> keys.containsAll(scale.items()))
                .toList();
        this.foreign = foreign(form, Codebook.moment(phase), all);
    }

    private static List<String> foreign(Form form, Moment moment, List<Variable> all) {
        Set<String> own = new HashSet<>();
        form.variables().forEach(question -> own.add(question.key().value()));
        form.allScales().forEach(scale -> own.add(scale.key().value()));
        return all.stream()
                .filter(variable ->
                        !own.contains(variable.key()) && variable.asked().contains(moment))
                .map(Variable::key)
                .toList();
    }

    /** The variables that the skip rules left out: they do not concern the person, so they are not missing. */
    List<VariableKey> skipped(Answers answers) {
        var asked = flat.asked(phase, answers);
        if (asked.size() == size) {
            return List.of();
        }
        var keys = asked.stream().map(Question::key).collect(Collectors.toSet());
        return counted.stream().filter(key -> !keys.contains(key)).toList();
    }

    /** The variables that other forms have at this moment and this one lacks, such as another municipality's own. */
    List<String> foreign() {
        return foreign;
    }

    /** The scales all of whose items are asked. */
    List<Scale> scales() {
        return scales;
    }
}
