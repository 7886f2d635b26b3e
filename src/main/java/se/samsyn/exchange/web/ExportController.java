package se.samsyn.exchange.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import se.samsyn.table.ProtectedTable;
import se.samsyn.table.Results;
import se.samsyn.table.TableKey;
import se.samsyn.web.Heavy;

/** Protected tables as files. Each export is logged. */
@Controller
@Demands(Action.EXPORT_TABLE)
final class ExportController {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Results results;
    private final TableFiles files;
    private final Access access;
    private final AccessLog log;

    ExportController(Results results, TableFiles files, Access access, AccessLog log) {
        this.results = results;
        this.files = files;
        this.access = access;
        this.log = log;
    }

    @GetMapping("/export/{name}.csv")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> csv(@PathVariable String name, Locale locale) {
        String csv = files.csv(table(name), locale);
        return file(name + ".csv", CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/export/{name}.xlsx")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> xlsx(@PathVariable String name, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        files.xlsx(table(name), locale, out);
        return file(name + ".xlsx", XLSX, out.toByteArray());
    }

    private ProtectedTable table(String name) {
        var actor = access.actor();
        access.require(Action.EXPORT_TABLE, new Target.OfPlace(actor.place()));
        ProtectedTable table = results.find(key(name)).orElseThrow(NotFoundOrDenied::new);
        log.record(actor, "EXPORT_TABLE", Purpose.FOLLOW_UP, table.key().toString(), actor.place());
        return table;
    }

    static TableKey key(String name) {
        try {
            return TableKey.of(name);
        } catch (IllegalArgumentException e) {
            throw new NotFoundOrDenied();
        }
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        String disposition =
                ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(type)
                .body(content);
    }
}
