package se.samsyn.indicator.comparison;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.kernel.Interval;
import se.samsyn.web.Numbers;

/** Says values and sentences in the reader's language. */
@Component
class Speech {

    private static final double SELDOM = 0.001;

    private final MessageSource messages;
    private final Numbers numbers;

    Speech(MessageSource messages, Numbers numbers) {
        this.messages = messages;
        this.numbers = numbers;
    }

    /** A message of this module. */
    String say(String key, Object... arguments) {
        return messages.getMessage("indicator." + key, arguments, LocaleContextHolder.getLocale());
    }

    /** A number in the unit of the indicator, with per cent written out. */
    String value(Indicator indicator, double value) {
        String text = numbers.decimal(value, indicator.decimals());
        return indicator.scale() == Scale.PERCENT ? text + percent() : text;
    }

    /** A difference of two values, with its sign; of shares in percentage points. */
    String difference(Indicator indicator, double value) {
        String text = numbers.change(value, indicator.decimals());
        return indicator.scale() == Scale.PERCENT ? say("points", text) : text;
    }

    /** Both ends of an interval. */
    String interval(Indicator indicator, Interval interval) {
        return numbers.interval(interval, indicator.decimals());
    }

    /** A whole number. */
    String count(double value) {
        return numbers.count(Math.round(value));
    }

    /** A number with so many decimals. */
    String decimal(double value, int decimals) {
        return numbers.decimal(value, decimals);
    }

    /** How likely chance alone would do it. */
    String chance(double p) {
        return p < SELDOM ? say("p.least") : say("p", numbers.decimal(p, p < 0.1 ? 3 : 2));
    }

    /** What is written after numbers in charts. */
    String unit(Indicator indicator) {
        return indicator.scale() == Scale.PERCENT ? percent() : "";
    }

    private static String percent() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "%" : "\u00a0%";
    }

    /** A value as a cell. */
    Picture.Box box(Indicator indicator, Point point) {
        return switch (point.reading()) {
            case Reading.Known(double value, var _) ->
                new Picture.Box(
                        point.isMean() ? say("mean", value(indicator, value)) : value(indicator, value),
                        "",
                        "",
                        point.interval().map(one -> interval(indicator, one)).orElse(""));
            case Reading.Hidden _ -> mark("hidden");
            case Reading.Missing _ -> mark("missing");
            case Reading.NotApplicable _ -> mark("na");
        };
    }

    private Picture.Box mark(String kind) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Picture.Box(
                messages.getMessage("table.mark." + kind, null, locale),
                "mark mark-" + kind,
                messages.getMessage("indicator.mark." + kind, null, locale),
                "");
    }

    /** A difference with its interval as a cell. */
    Picture.Box difference(Indicator indicator, Estimate difference) {
        return new Picture.Box(
                difference(indicator, difference.value()), "", "", interval(indicator, difference.interval()));
    }

    /** A value in words, as screen readers and maps say it. */
    String spoken(Board board, Point point) {
        Picture.Box box = box(board.indicator(), point);
        return board.name(point.where()) + ": " + (box.meaning().isEmpty() ? box.text() : box.meaning());
    }

    /** Whom a figure is about, in the middle of a sentence. */
    String sex(SexPart sex) {
        return say("sex." + sex.name());
    }

    /** What, where and when. */
    String title(Board board, String years) {
        String whom = board.question().sexes().size() == 1 && board.sex() != SexPart.ALL ? ", " + sex(board.sex()) : "";
        return board.indicator().title() + whom + ". "
                + board.name(board.question().home())
                + (board.group().isEmpty()
                        ? ""
                        : " " + say("and." + board.question().against())) + ", " + years;
    }

    /** The year of pictures of one year; says so where nothing has a value. */
    String year(Board board) {
        return board.years().isEmpty() ? say("no.value") : String.valueOf(board.year());
    }

    /** The years of pictures over time. */
    String years(Board board) {
        var shown = board.shownYears();
        return shown.isEmpty() ? say("no.value") : shown.first() + "–" + shown.last();
    }

    /** That the own place has no value. */
    String none(Board board) {
        String place = board.name(board.question().home());
        return board.years().isEmpty()
                ? say("says.none", place)
                : say("says.none.year", place, String.valueOf(board.year()));
    }
}
