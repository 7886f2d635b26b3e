package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A question's picks as lists of codes, checked against the table's variables. */
final class PxWebSelection {

    private static final int TOLD = 10;

    private PxWebSelection() {}

    /** Codes by variable in the table's order. Throws {@link Refusal} naming what the table does not have or cannot do without. */
    static Map<String, List<String>> of(PxWebQuestion question, PxWebVariables variables) {
        List<String> strange = question.picks().keySet().stream()
                .filter(code -> variables.find(code).isEmpty())
                .toList();
        if (!strange.isEmpty()) {
            throw Refusal.question("Tabellen har ingen variabel " + told(strange) + ". De som finns är "
                    + told(variables.variables().stream()
                            .map(PxWebVariables.Variable::code)
                            .toList())
                    + ".");
        }
        List<String> lacking = variables.variables().stream()
                .filter(each -> each.elimination() == PxWebVariables.Elimination.MANDATORY)
                .map(PxWebVariables.Variable::code)
                .filter(code -> !question.picks().containsKey(code))
                .toList();
        if (!lacking.isEmpty()) {
            throw Refusal.question("Tabellen kräver att värden väljs för " + told(lacking) + ".");
        }
        var selection = new LinkedHashMap<String, List<String>>();
        for (PxWebVariables.Variable variable : variables.variables()) {
            PxWebQuestion.Pick pick = question.picks().get(variable.code());
            if (pick != null) {
                selection.put(variable.code(), codes(pick, variable));
            }
        }
        if (selection.isEmpty()) {
            throw Refusal.question("Välj värden för minst en variabel; annars svarar databasen med ett eget urval.");
        }
        return selection;
    }

    private static List<String> codes(PxWebQuestion.Pick pick, PxWebVariables.Variable variable) {
        List<String> all =
                variable.codes().stream().map(PxWebVariables.Code::code).toList();
        return switch (pick) {
            case PxWebQuestion.Pick.All every -> all;
            case PxWebQuestion.Pick.Last last -> all.subList(Math.max(0, all.size() - last.count()), all.size());
            case PxWebQuestion.Pick.Codes some -> known(some.codes(), all, variable.code());
        };
    }

    private static List<String> known(List<String> asked, List<String> all, String variable) {
        if (asked.isEmpty()) {
            throw Refusal.question("Inget värde är valt för " + told(List.of(variable)) + ".");
        }
        var strange = new ArrayList<>(asked);
        strange.removeAll(new LinkedHashSet<>(all));
        if (!strange.isEmpty()) {
            throw Refusal.question("Variabeln " + told(List.of(variable)) + " har inte värdet " + told(strange) + ".");
        }
        return asked;
    }

    private static String told(List<String> codes) {
        String some = String.join(
                ", ", codes.stream().limit(TOLD).map(code -> "”" + code + "”").toList());
        return codes.size() > TOLD ? some + " och " + (codes.size() - TOLD) + " till" : some;
    }
}
