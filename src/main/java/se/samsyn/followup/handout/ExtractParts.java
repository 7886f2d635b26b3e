package se.samsyn.followup.handout;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.access.LogLine;
import se.samsyn.access.PlaceWords;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseFile;
import se.samsyn.followup.Goal;
import se.samsyn.followup.Intervention;
import se.samsyn.followup.Occasion;
import se.samsyn.followup.handout.Extract.Line;
import se.samsyn.followup.handout.Extract.Part;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;

/** Says all of a case in words, part by part. */
@Component
final class ExtractParts {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private final Instruments instruments;
    private final PlaceWords places;
    private final AnswerWords words;

    ExtractParts(Instruments instruments, PlaceWords places, AnswerWords words) {
        this.instruments = instruments;
        this.places = places;
        this.words = words;
    }

    List<Part> of(CaseFile file, List<LogLine> reads, List<String> kept, Locale locale) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(say("case", locale), facts(file.of(), locale)));
        file.occasions().forEach(occasion -> parts.add(occasion(occasion, locale)));
        parts.add(new Part(
                say("support", locale),
                file.interventions().stream().map(each -> support(each, locale)).toList()));
        file.goals().forEach(goal -> parts.add(goal(goal, locale)));
        parts.add(new Part(
                say("reads", locale),
                Extracts.oldestFirst(reads).stream()
                        .map(line -> read(line, locale))
                        .toList()));
        if (reads.size() == Extracts.MOST_LINES) {
            parts.add(new Part(say("reads.more", locale), List.of()));
        }
        parts.add(new Part(
                say("kept", locale),
                kept.stream().map(line -> new Line("", line)).toList()));
        return parts;
    }

    private List<Line> facts(Case of, Locale locale) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(say("id", locale), of.id().toString()));
        lines.add(new Line(say("localid", locale), of.localId().value()));
        lines.add(new Line(say("unit", locale), where(of)));
        var form = instruments.inUse(of.instrument(), of.municipality());
        lines.add(new Line(told("followup.instrument", locale), form.title().in(locale)));
        lines.add(new Line(told("followup.sex", locale), told("followup.sex." + of.sex(), locale)));
        of.birthYear()
                .ifPresent(year -> lines.add(new Line(told("followup.birthyear", locale), Integer.toString(year))));
        lines.add(new Line(told("followup.identity", locale), told("followup.identity." + of.identity(), locale)));
        lines.add(new Line(told("followup.wayin", locale), told("followup.wayin." + of.wayIn(), locale)));
        lines.add(new Line(told("followup.opened", locale), of.opened().toString()));
        of.closure().ifPresent(closure -> {
            lines.add(new Line(told("followup.closed", locale), closure.date().toString()));
            lines.add(new Line(told("followup.reason", locale), told("followup.reason." + closure.reason(), locale)));
        });
        return lines;
    }

    private Part occasion(Occasion occasion, Locale locale) {
        Form form = instruments.version(occasion.form());
        var lines = new ArrayList<Line>();
        form.variables(occasion.phase())
                .forEach(question -> occasion.answers()
                        .find(question.key())
                        .ifPresent(answer ->
                                lines.add(new Line(question.text().in(locale), words.of(question, answer, locale)))));
        form.scores(occasion.answers())
                .forEach(score -> score.value()
                        .ifPresent(value -> lines.add(new Line(
                                say("scale", locale, score.scale()),
                                Double.toString(Math.round(value * 100) / 100.0)))));
        var title = told("followup.phase." + occasion.phase(), locale) + ", " + occasion.date()
                + (occasion.draft() ? " (" + told("followup.draft", locale) + ")" : "");
        return new Part(title, lines);
    }

    private Line support(Intervention given, Locale locale) {
        var until = given.stopped()
                .map(Object::toString)
                .or(() -> given.afterClosing().map(why -> told("followup.after." + why, locale)))
                .orElse("");
        return new Line(told("followup.kind." + given.kind(), locale), given.started() + " – " + until);
    }

    private Part goal(Goal goal, Locale locale) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(say("goal.text", locale), goal.text()));
        lines.add(new Line(say("goal.set", locale), goal.set().toString()));
        for (var rating : goal.ratings()) {
            var level = rating.level()
                    .map(found -> ", " + told("followup.gas." + goal.scale() + "." + found, locale))
                    .orElse("");
            lines.add(new Line(rating.date().toString(), told("followup.step." + rating.step(), locale) + level));
        }
        return new Part(told("followup.weight." + goal.weight(), locale), lines);
    }

    private Line read(LogLine line, Locale locale) {
        var who = Optional.ofNullable(line.role())
                .map(role -> told("access.role." + role, locale))
                .orElseGet(() -> told("access.log.nobody", locale));
        var why = Optional.ofNullable(line.purpose())
                .map(purpose -> ". " + told("access.purpose." + purpose, locale))
                .orElse("");
        return new Line(MOMENT.format(line.at()), who + ": " + told("access.event." + line.event(), locale) + why);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return words.say("followup.extract." + key, locale, arguments);
    }

    private String told(String key, Locale locale) {
        return words.say(key, locale);
    }

    /** On a paper that may be seen by others, no place narrower than the region where the person is protected. */
    private String where(Case of) {
        return of.hidden()
                ? places.words(of.municipality().region(), Optional.empty())
                : places.words(of.municipality(), Optional.of(of.unit()));
    }
}
