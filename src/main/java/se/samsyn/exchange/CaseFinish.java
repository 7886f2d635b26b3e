package se.samsyn.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.exchange.person.NumberCheck;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.exchange.person.PersonalNumber;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.Identity;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.Plausible;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Form;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.DateForm;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Problems;

/** Makes a case of a draft when all its rows are read, or problems. */
final class CaseFinish {

    private final Mapping mapping;
    private final Units units;
    private final PersonKeys keys;
    private final CellReader cells;
    private final Problems problems;
    private final CodeReader codes;
    private final SupportFinish support;
    private final VisitFinish visits;
    private final GoalFinish goals;
    private final Map<String, Told> ids = new HashMap<>();

    CaseFinish(
            Mapping mapping,
            Form form,
            Units units,
            PersonKeys keys,
            CellReader cells,
            FreeText texts,
            Meanings meanings,
            Tally tally) {
        this.mapping = mapping;
        this.units = units;
        this.keys = keys;
        this.cells = cells;
        this.problems = cells.problems();
        this.codes = new CodeReader(cells, meanings, form);
        this.support = new SupportFinish(cells, codes);
        this.visits = new VisitFinish(mapping, form, cells, tally);
        this.goals = new GoalFinish(cells, texts);
    }

    /** The case; empty where something in it stops the import. */
    Optional<ImportedCase> finish(CaseDraft draft) {
        long before = problems.stops();
        Optional<Unit> unit = unit(draft);
        Identity identity = draft.find(Trait.IDENTITY)
                .flatMap(told -> codes.known(told, Trait.IDENTITY.key(), Synonyms.identity(told.text())))
                .orElse(Identity.OPEN);
        Optional<LocalId> id = unit.flatMap(found -> localId(draft.id(), found));
        Optional<LocalDate> opened = required(draft, Trait.OPENED).flatMap(this::opened);
        Optional<Closure> closure = closure(draft, opened);
        OptionalInt birthYear = birthYear(draft, opened);
        Sex sex = draft.find(Trait.SEX)
                .flatMap(told -> codes.known(told, Trait.SEX.key(), Synonyms.sex(told.text())))
                .orElse(Sex.UNKNOWN);
        WayIn wayIn = draft.find(Trait.WAY_IN)
                .flatMap(told ->
                        codes.known(told, Trait.WAY_IN.key(), codes.constant(WayIn.class, Trait.WAY_IN.key(), told)))
                .orElse(WayIn.UNKNOWN);
        var given = support.finish(draft, opened);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        var told = visits.finish(draft, opened.get(), closure.map(Closure::date));
        var frame = new GoalFinish.Frame(opened.get(), closure.map(Closure::date), told);
        var overall = mapping.goal().flatMap(columns -> goals.finish(draft, columns.scale(), frame));
        if (unit.isEmpty() || id.isEmpty() || problems.stops() > before) {
            return Optional.empty();
        }
        return Optional.of(new ImportedCase(
                unit.get().id(),
                mapping.instrument(),
                id.get(),
                sex,
                identity == Identity.PROTECTED ? OptionalInt.empty() : birthYear,
                identity,
                wayIn,
                opened.get(),
                closure,
                told,
                given,
                overall));
    }

    private Optional<Told> required(CaseDraft draft, Trait trait) {
        Optional<Told> told = draft.find(trait);
        if (told.isEmpty()) {
            String column = mapping.find(trait).flatMap(Origin::column).orElse("");
            problems.add(Problem.ofCell(ImportFault.MISSING_VALUE, draft.id().row(), column, trait.key()));
        }
        return told;
    }

    private Optional<Unit> unit(CaseDraft draft) {
        return required(draft, Trait.UNIT).flatMap(told -> {
            Optional<Unit> unit = units.find(told.text());
            if (unit.isEmpty()) {
                problems.add(told.problem(ImportFault.UNKNOWN_UNIT, cells.quote(told)));
            }
            return unit;
        });
    }

    private Optional<LocalId> localId(Told told, Unit unit) {
        Optional<String> id = switch (mapping.caseColumn().kind()) {
            case PERSONAL_NUMBER -> pseudonym(told, unit);
            case LOCAL_ID -> ownId(told);
        };
        id.ifPresent(text -> {
            Told other = ids.putIfAbsent(unit.id() + "/" + text, told);
            if (other != null) {
                problems.add(told.problem(ImportFault.DUPLICATE_CASE, String.valueOf(other.row())));
            }
        });
        return id.map(LocalId::new);
    }

    private Optional<String> pseudonym(Told told, Unit unit) {
        return switch (PersonalNumber.check(told.text(), cells.today())) {
            case NumberCheck.Valid(PersonalNumber number) ->
                Optional.of(keys.of(number, unit.municipality()).value());
            case NumberCheck.Refused refused -> {
                problems.add(told.problem(
                        switch (refused) {
                            case FORM -> ImportFault.NUMBER_FORM;
                            case DATE -> ImportFault.NUMBER_DATE;
                            case CHECK_DIGIT -> ImportFault.NUMBER_CHECK_DIGIT;
                        }));
                yield Optional.empty();
            }
        };
    }

    private Optional<String> ownId(Told told) {
        if (LocalId.looksPersonal(told.text()) || NumberFinder.holdsNumber(told.text(), cells.today())) {
            problems.add(told.problem(ImportFault.ID_IS_PERSONAL_NUMBER));
            return Optional.empty();
        }
        if (!LocalId.fits(told.text())) {
            problems.add(told.problem(ImportFault.ID_FORM, cells.quote(told)));
            return Optional.empty();
        }
        return Optional.of(told.text());
    }

    private Optional<LocalDate> opened(Told told) {
        Optional<LocalDate> day = cells.day(told);
        if (day.isPresent() && !Plausible.opened(day.get())) {
            problems.add(told.problem(
                    ImportFault.OPENED_TOO_EARLY, cells.quote(told), String.valueOf(Plausible.FIRST_YEAR)));
            return Optional.empty();
        }
        return day;
    }

    private Optional<Closure> closure(CaseDraft draft, Optional<LocalDate> opened) {
        Optional<Told> told = draft.find(Trait.CLOSED);
        Optional<LocalDate> closed = told.flatMap(cells::day);
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        if (opened.isPresent() && closed.get().isBefore(opened.get())) {
            problems.add(told.get()
                    .problem(
                            ImportFault.CLOSED_BEFORE_OPENING,
                            cells.quote(told.get()),
                            opened.get().toString()));
            return Optional.empty();
        }
        CloseReason reason = draft.find(Trait.CLOSE_REASON)
                .flatMap(said -> codes.known(
                        said,
                        Trait.CLOSE_REASON.key(),
                        codes.constant(CloseReason.class, Trait.CLOSE_REASON.key(), said)))
                .orElse(CloseReason.UNKNOWN);
        return Optional.of(new Closure(closed.get(), reason));
    }

    private OptionalInt birthYear(CaseDraft draft, Optional<LocalDate> opened) {
        Optional<Told> year = draft.find(Trait.BIRTH_YEAR);
        if (year.isPresent()) {
            return plausible(year.get(), ImportFault.BIRTH_YEAR, year(year.get()), opened);
        }
        return draft.find(Trait.AGE)
                .map(age -> plausible(
                        age,
                        ImportFault.AGE,
                        cells.whole(age).flatMap(old -> opened.map(day -> day.getYear() - old)),
                        opened))
                .orElse(OptionalInt.empty());
    }

    /** A year, or a date of birth of which only the year is kept. */
    private Optional<Integer> year(Told told) {
        return DateForm.looksLikeDate(told.text()) ? cells.day(told).map(LocalDate::getYear) : cells.whole(told);
    }

    private OptionalInt plausible(Told told, ImportFault fault, Optional<Integer> year, Optional<LocalDate> opened) {
        if (year.isEmpty() || opened.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!Plausible.birthYear(year.get(), opened.get())) {
            problems.add(told.problem(fault, cells.quote(told), String.valueOf(Plausible.OLDEST)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(year.get());
    }
}
