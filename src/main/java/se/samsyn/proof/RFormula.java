package se.samsyn.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables of a formula in R: {@code a*b + c} is the total, a, b, a with b, and c. */
final class RFormula {

    private final String text;
    private int at;

    private RFormula(String text) {
        this.text = text.replaceAll("[~\\s]", "");
    }

    /** The sets of variables that are crossed, the empty one for the total first, each once. */
    static Set<List<String>> terms(String formula) {
        var terms = new LinkedHashSet<List<String>>();
        terms.add(List.of());
        terms.addAll(new RFormula(formula).sum());
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
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return Set.of(List.of(text.substring(from, at)));
    }

    private static List<String> union(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        other.stream().filter(each -> !both.contains(each)).forEach(both::add);
        both.sort(null);
        return List.copyOf(both);
    }
}
