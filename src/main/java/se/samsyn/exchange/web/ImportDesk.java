package se.samsyn.exchange.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.exchange.DryRun;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Suggestions;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.Upload;
import se.samsyn.exchange.UploadId;
import se.samsyn.exchange.Uploads;
import se.samsyn.instrument.Form;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;

/** What every step of an import on pages begins with: the file that was sent, what is decided of it, and where it may go. */
@Component
final class ImportDesk {

    private final Imports imports;
    private final Uploads uploads;
    private final Access access;
    private final AccessLog log;

    ImportDesk(Imports imports, Uploads uploads, Access access, AccessLog log) {
        this.imports = imports;
        this.uploads = uploads;
        this.access = access;
        this.log = log;
    }

    /** A file of the one signed in, who may still import to its unit; that its rows are looked at is logged. */
    Upload upload(UUID id) {
        Upload upload = uploads.find(new UploadId(id), access.actor().id());
        Unit unit = unit(upload.unit());
        imports.require(List.of(unit));
        log.record(access.actor(), "READ_UPLOAD", Purpose.FOLLOW_UP, unit.id().toString(), unit.municipality());
        return upload;
    }

    /** Writes that a file came in, to be looked at and perhaps imported. */
    void received(Unit to) {
        log.record(access.actor(), "RECEIVE_FILE", Purpose.FOLLOW_UP, to.id().toString(), to.municipality());
    }

    Unit unit(UnitId id) {
        return imports.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
    }

    void decide(Upload upload, Mapping mapping) {
        uploads.decide(upload, access.actor().id(), mapping);
    }

    Form form(Upload upload) {
        return imports.form(upload.instrument(), unit(upload.unit()).municipality());
    }

    Reading reading(Upload upload) {
        return upload.mapping().map(Mapping::reading).orElse(Reading.DETECTED);
    }

    SheetResult open(Upload upload) throws IOException {
        return uploads.read(upload, file -> imports.open(file, reading(upload)));
    }

    /** The file's sheet, where it can be read. */
    Optional<Sheet> sheet(Upload upload) throws IOException {
        return open(upload) instanceof SheetResult.Opened(Sheet sheet) ? Optional.of(sheet) : Optional.empty();
    }

    /** The mapping as it stands, or a suggestion. */
    Mapping mapping(Upload upload, Sheet sheet) {
        return upload.mapping()
                .filter(Unmade::made)
                .orElseGet(() -> Suggestions.suggest(sheet, form(upload), reading(upload)));
    }

    /** All units of the municipality where the file says the unit, else the chosen one. */
    List<Unit> targets(Upload upload) {
        Unit chosen = unit(upload.unit());
        boolean told =
                upload.mapping().flatMap(mapping -> mapping.find(Trait.UNIT)).isPresent();
        return told ? neighbours(upload) : List.of(chosen);
    }

    /** The units of the chosen one's municipality. */
    List<Unit> neighbours(Upload upload) {
        Unit chosen = unit(upload.unit());
        return imports.units().stream()
                .filter(unit -> unit.municipality().equals(chosen.municipality()))
                .toList();
    }

    /** The mapping with the chosen unit where the file says none. */
    Mapping whole(Upload upload) {
        Mapping mapping = upload.mapping().filter(Unmade::made).orElseThrow(NotFoundOrDenied::new);
        return mapping.find(Trait.UNIT).isPresent()
                ? mapping
                : mapping.with(Trait.UNIT, Origin.constant(upload.unit().toString()));
    }

    DryRun tryOut(Upload upload) throws IOException {
        return uploads.read(upload, file -> imports.tryOut(file, whole(upload), targets(upload)));
    }
}
