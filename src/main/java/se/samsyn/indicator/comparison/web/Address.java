package se.samsyn.indicator.comparison.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.comparison.Against;
import se.samsyn.indicator.comparison.Characteristic;
import se.samsyn.indicator.comparison.Question;
import se.samsyn.indicator.comparison.View;
import se.samsyn.table.Where;

/**
 * A comparison as it stands in an address: {@code plats}, {@code mot}, {@code valda}, {@code tecken}, {@code antal}, {@code kon},
 * {@code fran}, {@code till} and {@code vy}.
 */
record Address(
        @Nullable String plats,
        @Nullable String mot,
        @Nullable List<String> valda,
        @Nullable List<String> tecken,
        @Nullable Integer antal,
        @Nullable String kon,
        @Nullable Integer fran,
        @Nullable Integer till,
        @Nullable String vy) {

    private static final int NEAREST = 7;

    /**
     * What it asks for.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    Question question(IndicatorKey key, Where usual, Against against) {
        return new Question(
                key,
                plats == null || plats.isBlank() ? usual : Where.of(plats),
                against(against),
                words(valda).map(Where::of).toList(),
                words(tecken).flatMap(word -> characteristic(word).stream()).toList(),
                antal == null ? NEAREST : antal,
                sexes(),
                optional(fran),
                optional(till),
                vy == null ? View.TREND : View.of(vy).orElseThrow(IllegalArgumentException::new));
    }

    /** The words for characteristics that cannot be the name of any indicator. */
    List<String> unread() {
        return words(tecken).filter(word -> characteristic(word).isEmpty()).toList();
    }

    private static Optional<Characteristic> characteristic(String word) {
        try {
            return Optional.of(Characteristic.of(word));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Against against(Against usual) {
        return mot == null ? usual : Against.of(mot).orElseThrow(IllegalArgumentException::new);
    }

    private static Stream<String> words(@Nullable List<String> lists) {
        return Optional.ofNullable(lists).orElse(List.of()).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .filter(word -> !word.isBlank() && !word.endsWith("~0"));
    }

    private List<SexPart> sexes() {
        List<SexPart> sexes = new ArrayList<>();
        for (char letter : (kon == null || kon.isBlank() ? "T" : kon).toCharArray()) {
            sexes.add(SexPart.of(String.valueOf(letter)).orElseThrow(IllegalArgumentException::new));
        }
        return sexes.stream().distinct().toList();
    }

    private static OptionalInt optional(@Nullable Integer year) {
        return year == null ? OptionalInt.empty() : OptionalInt.of(year);
    }

    /** The address of a question: the same question again whenever it is followed. */
    static String of(Question question) {
        var address = UriComponentsBuilder.fromPath("/jamfor/{key}")
                .queryParam("plats", question.home())
                .queryParam("mot", question.against().word())
                .queryParam("kon", question.sexWord())
                .queryParam("vy", question.view().word());
        if (question.against() == Against.CHOSEN) {
            address.queryParam("valda", question.chosenWord());
        }
        if (question.against() == Against.SIMILAR) {
            address.queryParam("antal", question.nearest());
            question.characteristics().forEach(one -> address.queryParam("tecken", one));
        }
        question.from().ifPresent(year -> address.queryParam("fran", year));
        question.to().ifPresent(year -> address.queryParam("till", year));
        return address.buildAndExpand(question.indicator()).toUriString();
    }
}
