package se.samsyn.exchange.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.exchange.TableFiles;
import se.samsyn.table.FrozenTables;
import se.samsyn.table.ProtectedTable;

/** Frozen tables as files, just as those of today. Each export is logged. */
@Controller
@Demands(Action.EXPORT_TABLE)
final class FrozenExportController {

    private final FrozenTables frozen;
    private final TableFiles files;
    private final Access access;
    private final AccessLog log;

    FrozenExportController(FrozenTables frozen, TableFiles files, Access access, AccessLog log) {
        this.frozen = frozen;
        this.files = files;
        this.access = access;
        this.log = log;
    }

    @GetMapping("/fryst/{occasion}/{name}.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID occasion, @PathVariable String name, Locale locale) {
        String csv = files.csv(table(occasion, name), locale);
        return ExportController.file(name + ".csv", ExportController.CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/fryst/{occasion}/{name}.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable UUID occasion, @PathVariable String name, Locale locale)
            throws IOException {
        var out = new ByteArrayOutputStream();
        files.xlsx(table(occasion, name), locale, out);
        return ExportController.file(name + ".xlsx", ExportController.XLSX, out.toByteArray());
    }

    private ProtectedTable table(UUID occasion, String name) {
        var actor = access.actor();
        access.require(Action.EXPORT_TABLE, new Target.OfPlace(actor.place()));
        ProtectedTable table = frozen.find(occasion, ExportController.key(name)).orElseThrow(NotFoundOrDenied::new);
        log.record(actor, "EXPORT_TABLE", Purpose.FOLLOW_UP, table.key().toString(), actor.place());
        return table;
    }
}
