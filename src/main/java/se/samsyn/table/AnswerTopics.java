package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Builds the topics of the answers to a variable at the wave at which its distribution is shown. */
@SuppressWarnings("EnumOrdinal") // classes live in memory alone
record AnswerTopics(Dataset data, Topics topics, Variable variable, Wave wave) {

    /** Answered, without answer, not relevant. */
    Topic answers() {
        Topic topic = new Topic("answers/" + variable.key(), data.size(), 4, row -> status(row));
        int all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        boolean atWave = data.waves().contains(wave);
        int outer = atWave ? topic.outer(topics.path(), Topics.held(wave), c -> c != 3) : all;
        if (tellsOfOpenCases()) {
            topic.outer(topics.path(), Topics.OPEN, c -> c == 2);
            topic.outer(topics.path(), Topics.CLOSED, c -> c != 2);
        }
        topic.part(Topics.ANSWERED, outer, Breadth.FULL, Topics.SUBTOTAL, c -> c == 0);
        topic.part(Topics.BLANK, outer, Breadth.FULL, 1, c -> c == 1);
        topic.part(Topics.LOST, all, Breadth.FULL, 1, c -> c != 0);
        return topic.part(Topics.NOT_RELEVANT, outer, Breadth.FULL, 1, c -> c == 2);
    }

    /** Whether it concerns closed cases and no others, as why they were closed: then it counts the same cases as the steps do. */
    private boolean tellsOfOpenCases() {
        return wave.equals(Wave.CASE)
                && IntStream.range(0, data.size())
                        .allMatch(row -> (status(row) == 2) == (data.course(row) == Course.ONGOING));
    }

    /** The categories of a SINGLE variable. */
    Topic categories() {
        int rest = variable.categories().size();
        Topic topic = new Topic("categories/" + variable.key(), data.size(), rest + 1, row -> {
            int category = data.category(row, variable, wave);
            return category < 0 ? rest : category;
        });
        int answered = topic.outer(topics.answers(variable), Topics.ANSWERED, c -> c < rest);
        for (int k = 0; k < rest; k++) {
            int own = k;
            topic.part(variable.categories().get(k).code(), answered, Breadth.FULL, 0, c -> c == own);
        }
        return topic;
    }

    /** Whether one option of a MULTIPLE variable was chosen. */
    Topic option(int option) {
        Topic topic = new Topic("option/" + variable.key() + "/" + option, data.size(), 3, row -> {
            if (data.blank(row, variable, wave).isPresent()) {
                return 2;
            }
            return (data.categories(row, variable, wave) >> option & 1) == 1 ? 0 : 1;
        });
        int answered = topic.outer(topics.answers(variable), Topics.ANSWERED, c -> c != 2);
        return topic.part("yes", answered, Breadth.FULL, 1, c -> c == 0)
                .part("no", answered, Breadth.FULL, 0, c -> c == 1);
    }

    /** Kinds of missing answer. */
    Topic blanks() {
        int rest = Blank.values().length;
        Topic topic = new Topic("blanks/" + variable.key(), data.size(), rest + 1, row -> {
            if (status(row) != 1) {
                return rest;
            }
            return data.blank(row, variable, wave).map(Blank::ordinal).orElse(rest);
        });
        int missing = topic.outer(topics.answers(variable), Topics.BLANK, c -> c != rest);
        for (Blank blank : List.of(Blank.NOT_ANSWERED, Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED)) {
            topic.part(blank.name(), missing, Breadth.TOTALS, 0, c -> c == blank.ordinal());
        }
        return topic;
    }

    /** 0 answered, 1 without answer though it was to be asked, 2 not relevant, 3 no occasion at which it is asked. */
    private int status(int row) {
        Optional<Blank> blank = data.blank(row, variable, wave);
        if (blank.isEmpty()) {
            return 0;
        }
        return switch (blank.get()) {
            case NOT_RELEVANT -> 2;
            case NO_OCCASION, NOT_ANSWERED, UNKNOWN, NOT_ASKED, DECLINED -> data.asked(row, variable, wave) ? 1 : 3;
        };
    }
}
