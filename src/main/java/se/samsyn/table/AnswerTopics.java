package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Builds the topics of the answers to a variable at the wave at which its distribution is shown. */
@SuppressWarnings("EnumOrdinal") // classes live in memory alone
record AnswerTopics(Dataset data, Topics topics, Variable variable, Wave wave) {

    /** Answered, without answer, not relevant, and those who were not met. */
    Topic answers() {
        Topic topic = new Topic("answers/" + variable.key(), data.size(), 4, row -> status(row));
        topic.part(Topics.ANSWERED, Breadth.FULL, c -> c == 0)
                .part(Topics.BLANK, Breadth.FULL, c -> c == 1)
                .part(Topics.NOT_RELEVANT, Breadth.FULL, c -> c == 2)
                .part(Topics.NOT_MET, Breadth.FULL, c -> c == 3)
                .part(Topics.LOST, Breadth.FULL, c -> c != 0);
        Topic.Whole all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        topic.split(all, Topics.ANSWERED, Topics.LOST);
        topic.split(Topics.LOST, Topics.BLANK, Topics.NOT_RELEVANT, Topics.NOT_MET);
        if (wave.equals(Wave.BEFORE) && data.waves().contains(wave)) {
            topic.split(topic.outer(topics.path(), Topics.notHeld(Wave.BEFORE), c -> c == 3), Topics.NOT_MET);
        }
        if (tellsOfOpenCases()) {
            topic.split(topic.outer(topics.path(), Topics.OPEN, c -> c == 2), Topics.NOT_RELEVANT);
        }
        return topic;
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
        List<String> codes = variable.categories().stream().map(Category::code).toList();
        for (int k = 0; k < rest; k++) {
            int own = k;
            topic.part(codes.get(k), Breadth.FULL, c -> c == own);
        }
        return topic.split(
                topic.outer(topics.answers(variable), Topics.ANSWERED, c -> c < rest), codes.toArray(String[]::new));
    }

    /** Whether one option of a MULTIPLE variable was chosen. */
    Topic option(int option) {
        Topic topic = new Topic("option/" + variable.key() + "/" + option, data.size(), 3, row -> {
            if (data.blank(row, variable, wave).isPresent()) {
                return 2;
            }
            return (data.categories(row, variable, wave) >> option & 1) == 1 ? 0 : 1;
        });
        topic.part("yes", Breadth.FULL, c -> c == 0).part("no", Breadth.FULL, c -> c == 1);
        return topic.split(topic.outer(topics.answers(variable), Topics.ANSWERED, c -> c != 2), "yes", "no");
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
        for (Blank blank : Blank.values()) {
            topic.part(blank.name(), Breadth.TOTALS, c -> c == blank.ordinal());
        }
        return topic.split(
                topic.outer(topics.answers(variable), Topics.BLANK, c -> c != rest),
                Stream.of(Blank.values()).map(Blank::name).toArray(String[]::new));
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
