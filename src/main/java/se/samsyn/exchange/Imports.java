package se.samsyn.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Target;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.ImportPermit;
import se.samsyn.followup.ImportProgress;
import se.samsyn.followup.ImportedCase;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/** The door for files with cases: reads them through a mapping, tells what would happen, and has them written whole or not at all. */
@Service
public class Imports {

    private final CaseImport door;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Access access;
    private final MappingStore mappings;
    private final PersonKeys keys;
    private final Meanings meanings;
    private final Clock clock;

    Imports(
            CaseImport door,
            Instruments instruments,
            Organisations organisations,
            Access access,
            MappingStore mappings,
            PersonKeys keys,
            Meanings meanings,
            Clock clock) {
        this.meanings = meanings;
        this.door = door;
        this.instruments = instruments;
        this.organisations = organisations;
        this.access = access;
        this.mappings = mappings;
        this.keys = keys;
        this.clock = clock;
    }

    /** The units the one signed in may import to. */
    public List<Unit> units() {
        return access.findActor().stream()
                .flatMap(actor -> organisations.units(actor.place()).stream())
                .filter(unit -> access.may(Action.IMPORT_CASES, new Target.OfUnit(unit.id(), unit.municipality())))
                .toList();
    }

    /** Whether the one signed in may import anywhere; asks no database, since every page asks. */
    public boolean mayImport() {
        return access.findActor()
                .filter(actor -> access.may(
                        Action.IMPORT_CASES,
                        actor.unit()
                                .<Target>map(unit -> new Target.OfUnit(unit, actor.place()))
                                .orElseGet(() -> new Target.OfPlace(actor.place()))))
                .isPresent();
    }

    /** The form that cases of a municipality are imported to. */
    public Form form(InstrumentKey instrument, PlaceCode municipality) {
        return instruments.inUse(instrument, municipality);
    }

    /** Opens a file as the user wants it read. */
    public SheetResult open(Path file, Reading reading) throws IOException {
        return Sheets.open(file, reading, Limits.USUAL);
    }

    /** What an import to these units of one municipality, by the one signed in, would do. */
    public DryRun tryOut(Path file, Mapping mapping, List<Unit> units) throws IOException {
        return tryOut(require(units), file, mapping, units);
    }

    /** What an import by a right to the units would do. */
    DryRun tryOut(ImportPermit permit, Path file, Mapping mapping, List<Unit> units) throws IOException {
        return switch (read(file, mapping, units)) {
            case Read.Whole(ReadCases cases) -> compared(permit, cases);
            case Read.Not(SheetResult.Refused refused) -> DryRun.refused(refused.problems(), refused.unlisted());
        };
    }

    /**
     * Imports a file by a right to the units that was found by {@link #require} or {@link #asOperator}.
     *
     * @throws se.samsyn.followup.ImportCancelled when the watcher wanted it to stop; nothing is stored
     */
    public ImportResult run(ImportPermit permit, Path file, Mapping mapping, List<Unit> units, ImportProgress progress)
            throws IOException {
        return switch (read(file, mapping, units)) {
            case Read.Not(SheetResult.Refused refused) ->
                new ImportResult.Rejected(DryRun.refused(refused.problems(), refused.unlisted()));
            case Read.Whole(ReadCases cases) -> {
                DryRun run = compared(permit, cases);
                yield run.ready()
                        ? new ImportResult.Accepted(run, door.write(permit, cases.cases(), progress))
                        : new ImportResult.Rejected(run);
            }
        };
    }

    /** With what contradicts the cases that are here already. */
    private DryRun compared(ImportPermit permit, ReadCases read) {
        if (!read.stops()) {
            door.closedBefore(permit, read.cases())
                    .forEach((place, closed) -> read.problems()
                            .add(read.openings()
                                    .get(place)
                                    .problem(
                                            ImportFault.OPENED_AFTER_CLOSING,
                                            read.cases().get(place).opened().toString(),
                                            closed.toString())));
        }
        return DryRun.of(read);
    }

    /** The right of the one signed in to import to the units; whoever has none is denied. */
    public ImportPermit require(List<Unit> units) {
        return door.require(ids(units));
    }

    /** The right of whoever runs the program on its own machine, where nobody is signed in. */
    ImportPermit asOperator(Actor actor, List<Unit> units) {
        return door.asOperator(actor, ids(units));
    }

    private static Set<UnitId> ids(List<Unit> units) {
        return units.stream().map(Unit::id).collect(Collectors.toSet());
    }

    /** Keeps a mapping for the municipality under its name. */
    public void save(PlaceCode municipality, Mapping mapping) {
        mappings.save(municipality, mapping, clock.instant());
    }

    /** A mapping the municipality has kept. */
    public Optional<Mapping> saved(PlaceCode municipality, String name) {
        return mappings.find(municipality, name);
    }

    /** The names of the mappings the municipality has kept. */
    public List<String> saved(PlaceCode municipality) {
        return mappings.names(municipality);
    }

    /** The cases a file holds, for those who show that they are read right. */
    List<ImportedCase> cases(Sheet sheet, Mapping mapping, Form form, List<Unit> units) {
        return new CaseReading(mapping, sheet, form, new Units(units), keys, meanings, LocalDate.now(clock))
                .read()
                .cases();
    }

    private sealed interface Read {
        record Whole(ReadCases cases) implements Read {}

        record Not(SheetResult.Refused refused) implements Read {}
    }

    private Read read(Path file, Mapping mapping, List<Unit> units) throws IOException {
        if (units.stream().map(Unit::municipality).distinct().count() != 1) {
            throw new IllegalArgumentException("An import goes to units of one municipality");
        }
        return switch (Sheets.open(file, mapping.reading(), Limits.USUAL)) {
            case SheetResult.Refused refused -> new Read.Not(refused);
            case SheetResult.Opened(Sheet sheet) -> {
                Form form = form(mapping.instrument(), units.getFirst().municipality());
                yield new Read.Whole(
                        new CaseReading(mapping, sheet, form, new Units(units), keys, meanings, LocalDate.now(clock))
                                .read());
            }
        };
    }
}
