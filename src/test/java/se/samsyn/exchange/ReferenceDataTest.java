package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.exchange.ExchangeExamples.read;
import static se.samsyn.exchange.ExchangeExamples.reference;
import static se.samsyn.exchange.ExchangeExamples.resource;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.followup.ImportedCase;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.Sex;

/** Files that others made, read through the mappings that come with the program. */
class ReferenceDataTest {

    private static final VariableKey LIVING = new VariableKey("living");
    private static final VariableKey CERTIFICATE = new VariableKey("certificate");

    private static ReadCases imported(String file, String mapping, String instrument) {
        Mapping read = MappingJson.read(resource("/prove/" + mapping))
                .with(Trait.UNIT, Origin.constant(ExchangeExamples.UNIT.name()));
        return read(reference(file), read, FormJson.read(resource("/prove/" + instrument)));
    }

    /** Hedeker and Gibbons, Longitudinal Data Analysis, table of housing status by group and month. */
    @ParameterizedTest
    @CsvSource({
        "no, 0, 180, 1, .556, .339, .106",
        "no, 6, 161, 20, .186, .578, .236",
        "no, 12, 146, 35, .089, .582, .329",
        "no, 24, 145, 36, .124, .455, .421",
        "yes, 0, 181, 0, .442, .414, .144",
        "yes, 6, 161, 20, .093, .280, .627",
        "yes, 12, 157, 24, .121, .146, .732",
        "yes, 24, 158, 23, .120, .228, .652"
    })
    void housingEqualsThePublishedTable(
            String group, int months, int n, int lost, double street, double community, double independent) {
        ReadCases read = imported("multgee__housing.csv", "housing-mapping.json", "housing-instrument.json");

        assertThat(read.stops()).isFalse();
        assertThat(read.cases()).hasSize(362);
        var cases = read.cases().stream()
                .filter(each -> each.visits().stream()
                        .anyMatch(visit ->
                                visit.answers().find(CERTIFICATE).equals(Optional.of(Answer.Chosen.of(group)))))
                .toList();
        Map<String, Long> counts = cases.stream()
                .flatMap(each -> answer(each, months, LIVING))
                .map(answer -> ((Answer.Chosen) answer).codes().getFirst())
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        assertThat(counts.values().stream().mapToLong(count -> count).sum()).isEqualTo(n);
        assertThat(cases.size() - n).isEqualTo(lost);
        assertThat((double) counts.getOrDefault("0", 0L) / n).isEqualTo(street, within(.0005001));
        assertThat((double) counts.getOrDefault("1", 0L) / n).isEqualTo(community, within(.0005001));
        assertThat((double) counts.getOrDefault("2", 0L) / n).isEqualTo(independent, within(.0005001));
    }

    private static Stream<Answer> answer(ImportedCase of, int months, VariableKey variable) {
        return of.visits().stream()
                .filter(visit -> visit.months() == months)
                .flatMap(visit -> visit.answers().find(variable).stream());
    }

    /** Samet and others 2003; the figures as published with the data in mosaicData. */
    @Test
    void helpAtBaselineGivesThePublishedFigures() {
        ReadCases read = imported("mosaicData__HELPrct.csv", "help-wide-mapping.json", "help-instrument.json");

        assertThat(read.stops()).isFalse();
        assertThat(read.cases()).hasSize(453);
        assertThat(read.cases().stream().filter(each -> each.sex() == Sex.WOMAN))
                .hasSize(107);
        assertThat(read.cases().stream()
                        .mapToInt(each ->
                                each.opened().getYear() - each.birthYear().orElseThrow())
                        .average()
                        .orElseThrow())
                .isEqualTo(35.65, within(.005));
        assertThat(mean(read, 0)).isEqualTo(32.85, within(.005));
        assertThat(read.cases().stream()
                        .flatMap(each -> answer(each, 0, new VariableKey("homeless")))
                        .filter(Answer.Chosen.of("yes")::equals))
                .hasSize(209);
    }

    private static double mean(ReadCases read, int months) {
        return read.cases().stream()
                .flatMap(each -> answer(each, months, new VariableKey("depression")))
                .map(answer -> ((Answer.Amount) answer).value())
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0, 470", "6, 254", "12, 216", "18, 253", "24, 272"})
    void helpOverTimeKeepsEveryInterviewWithAnAnswer(int months, int interviews) {
        ReadCases read = imported("mosaicData__HELPfull.csv", "help-long-mapping.json", "help-instrument.json");

        assertThat(read.problems().list().stream().filter(problem -> problem.stops()))
                .isEmpty();
        assertThat(read.cases()).hasSize(470);
        assertThat(read.cases().stream()
                        .flatMap(each -> each.visits().stream())
                        .filter(visit -> visit.months() == months))
                .hasSize(interviews);
    }
}
