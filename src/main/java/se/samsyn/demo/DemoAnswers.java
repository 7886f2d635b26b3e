package se.samsyn.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Direction;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;

/**
 * Makes up the answers of an occasion. What has a better and a worse follows the person's strain, which falls for most while
 * support goes on; the rest is drawn from distributions, for violence with what SKR has published of SU-Kvinnofrid (May 2023:
 * 48 % assessed with FREDA, 43 % in talks without a method, 11 % in an honour context).
 */
final class DemoAnswers {

    private static final Map<String, double[]> KNOWN = Map.of(
            "riskmetod", new double[] {48, 4, 43, 5},
            "heder", new double[] {11, 89},
            "hushall", new double[] {34, 26, 8, 16, 9, 7},
            "fodelseland", new double[] {60, 4, 11, 25},
            "relation", new double[] {38, 40, 6, 4, 3, 5, 4},
            "vald_lange", new double[] {31, 36, 33},
            "stod_enligt_behov", new double[] {62, 29, 9});

    private final Chance chance;
    private final Quality quality;

    DemoAnswers(Chance chance, Quality quality) {
        this.chance = chance;
        this.quality = quality;
    }

    /** How carefully a unit fills in its forms. */
    enum Quality {
        GOOD,
        /** Often skips the risk level: the fault the demo holds for the reader to find. */
        RISK_LEVEL_SKIPPED
    }

    /**
     * All answers of an occasion.
     *
     * @param strain how hard life is, 0 to 1
     */
    Answers of(Form form, Phase phase, double strain) {
        var answers = Answers.NONE;
        for (int round = 0; round < 3; round++) {
            var given = new LinkedHashMap<VariableKey, Answer>(answers.values());
            for (var question : form.asked(phase, answers)) {
                if (!given.containsKey(question.key())) {
                    answer(question, strain).ifPresent(answer -> given.put(question.key(), answer));
                }
            }
            answers = new Answers(given);
        }
        return form.settled(phase, answers);
    }

    private Optional<Answer> answer(Question question, double strain) {
        if (quality == Quality.RISK_LEVEL_SKIPPED && question.key().value().equals("riskniva") && chance.happens(0.7)) {
            return Optional.of(new Answer.Special(SpecialAnswer.NOT_ASKED));
        }
        if (!question.special().isEmpty() && chance.happens(0.06)) {
            return Optional.of(new Answer.Special(chance.one(List.copyOf(question.special()))));
        }
        if (!question.isRequired() && chance.happens(0.02)) {
            return Optional.empty();
        }
        return Optional.ofNullable(plain(question, strain));
    }

    private Answer plain(Question question, double strain) {
        return switch (question.type()) {
            case QuestionType.Single single -> chosen(question, codes(question), strain);
            case QuestionType.YesNo _ -> chosen(question, List.of("no", "yes"), strain);
            case QuestionType.Multiple _ -> several(question, strain);
            case QuestionType.Scale scale -> amount(question, scale.low(), scale.high(), strain);
            case QuestionType.Numeric number ->
                amount(
                        question,
                        number.range().low().intValue(),
                        question.direction() == Direction.NONE
                                ? Math.min(4, number.range().high().intValue())
                                : number.range().high().intValue(),
                        strain);
            case QuestionType.Date _, QuestionType.Text _, QuestionType.Heading _, QuestionType.Matrix _ ->
                new Answer.Special(SpecialAnswer.NOT_ASKED);
        };
    }

    private Answer chosen(Question question, List<String> codes, double strain) {
        var known = KNOWN.get(question.key().value());
        if (known != null && question.type() instanceof QuestionType.YesNo) {
            return new Answer.Chosen(List.of(chance.weighted(known) == 0 ? "yes" : "no"));
        }
        if (known != null && known.length == codes.size()) {
            return new Answer.Chosen(List.of(codes.get(chance.weighted(known))));
        }
        if (question.direction() == Direction.NONE) {
            return new Answer.Chosen(List.of(codes.get(chance.weighted(falling(codes.size())))));
        }
        var worst = question.direction() == Direction.LOWER_IS_BETTER ? strain : 1 - strain;
        var position = (int) Math.round(Math.clamp(chance.normal(worst, 0.18), 0, 1) * (codes.size() - 1));
        return new Answer.Chosen(List.of(codes.get(position)));
    }

    private Answer several(Question question, double strain) {
        var chosen = new ArrayList<String>();
        var codes =
                codes(question).stream().filter(code -> !code.equals("none")).toList();
        for (int i = 0; i < codes.size(); i++) {
            if (chance.happens((0.25 + 0.5 * strain) / (1 + 0.45 * i))) {
                chosen.add(codes.get(i));
            }
        }
        return new Answer.Chosen(chosen.isEmpty() ? List.of(codes.getFirst()) : chosen);
    }

    private Answer amount(Question question, int low, int high, double strain) {
        var share = switch (question.direction()) {
            case HIGHER_IS_BETTER -> 1 - strain;
            case LOWER_IS_BETTER -> strain;
            case NONE -> 0.22;
        };
        var drawn = Math.clamp(chance.normal(share, 0.14), 0, 1);
        return new Answer.Amount(BigDecimal.valueOf(Math.round(low + drawn * (high - low))));
    }

    private static List<String> codes(Question question) {
        return question.options().stream().map(option -> option.code()).toList();
    }

    private static double[] falling(int size) {
        var weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = 1.0 / (1 + 0.7 * i);
        }
        return weights;
    }
}
