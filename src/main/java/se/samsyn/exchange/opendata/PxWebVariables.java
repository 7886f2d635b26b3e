package se.samsyn.exchange.opendata;

import java.util.List;
import java.util.Optional;

/**
 * What a table is made of, from its metadata.
 *
 * @param notes remarks on the table, in order
 * @param variables in the table's order
 * @param answer the metadata as they came: a JSON-stat 2 data set, as a rule without values
 */
public record PxWebVariables(
        PxTableId table,
        String label,
        String source,
        String updated,
        List<String> notes,
        List<Variable> variables,
        AnswerBytes answer) {

    /** What a variable is to the table. */
    public enum Role {
        TIME,
        PLACE,
        /** What is counted or measured (ContentsCode). */
        MEASURE,
        OTHER
    }

    /** Whether a variable may be left out of a question. */
    public enum Elimination {
        MAY_BE_LEFT_OUT,
        MANDATORY
    }

    /** A value of a variable. */
    public record Code(String code, String label) {}

    /** A variable with its values in order. */
    public record Variable(String code, String label, Role role, Elimination elimination, List<Code> codes) {

        /** Copies the codes. */
        public Variable {
            codes = List.copyOf(codes);
        }
    }

    /** Copies the lists. */
    public PxWebVariables {
        notes = List.copyOf(notes);
        variables = List.copyOf(variables);
    }

    /** The variable with this code. */
    public Optional<Variable> find(String code) {
        return variables.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
