package se.samsyn.table.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables of a formula in R: {@code a*b + c} is the total, a, c, and a with b. */
final class RFormula {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");

    private final String text;
    private final List<String> variables;
    private int at;

    private RFormula(String text) {
        this.text = text.replaceAll("[~\\s]", "");
        this.variables = variables(text);
    }

    /** The variables, in the order they are first named. */
    static List<String> variables(String formula) {
        return NAME.matcher(formula)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    /** The sets of variables that are crossed, each once: the empty one for the total, those of one variable, of two, and so on. */
    static List<List<String>> terms(String formula) {
        var terms = new ArrayList<List<String>>();
        terms.add(List.of());
        terms.addAll(new RFormula(formula).sum());
        terms.sort(Comparator.comparingInt(List::size));
        return terms;
    }

    private Set<List<String>> sum() {
        var terms = new LinkedHashSet<>(product());
        while (at < text.length() && text.charAt(at) == '+') {
            at++;
            terms.addAll(product());
        }
        return terms;
    }

    private Set<List<String>> product() {
        var terms = factor();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == ':')) {
            boolean alsoAlone = text.charAt(at++) == '*';
            var right = factor();
            var both = new LinkedHashSet<List<String>>();
            if (alsoAlone) {
                both.addAll(terms);
                both.addAll(right);
            }
            for (var one : terms) {
                right.forEach(other -> both.add(union(one, other)));
            }
            terms = both;
        }
        return terms;
    }

    private Set<List<String>> factor() {
        if (text.charAt(at) == '(') {
            at++;
            var inner = sum();
            at++;
            return inner;
        }
        var name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw new IllegalArgumentException("No variable at " + at + " in " + text);
        }
        at = name.end();
        return Set.of(List.of(name.group()));
    }

    private List<String> union(List<String> one, List<String> other) {
        return variables.stream()
                .filter(each -> one.contains(each) || other.contains(each))
                .toList();
    }
}
