package se.samsyn.exchange.indicators.web;

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
import se.samsyn.exchange.indicators.Exported;
import se.samsyn.exchange.indicators.IndicatorExport;
import se.samsyn.exchange.indicators.IndicatorExport.Form;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.web.Heavy;

/** Indicators as files. Each export is logged. */
@Controller
@Demands(Action.EXPORT_TABLE)
final class IndicatorFileController {

    private final IndicatorExport export;
    private final Access access;
    private final AccessLog log;

    IndicatorFileController(IndicatorExport export, Access access, AccessLog log) {
        this.export = export;
        this.access = access;
        this.log = log;
    }

    @GetMapping("/indikatorfil/{key}.{form}")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable String form, Locale locale) throws IOException {
        access.requireAtHome(Action.READ_RESULTS);
        var actor = access.actor();
        access.require(Action.EXPORT_TABLE, new Target.OfPlace(actor.place()));
        Form wanted = Form.of(form).orElseThrow(NotFoundOrDenied::new);
        Exported exported = export.find(key(key)).orElseThrow(NotFoundOrDenied::new);
        log.record(actor, "EXPORT_TABLE", Purpose.FOLLOW_UP, key, actor.place());
        var out = new ByteArrayOutputStream();
        export.write(exported, wanted, locale, out);
        String disposition = ContentDisposition.attachment()
                .filename(key + "." + wanted.ending())
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(type(wanted))
                .body(out.toByteArray());
    }

    private static IndicatorKey key(String text) {
        try {
            return new IndicatorKey(text);
        } catch (IllegalArgumentException _) {
            throw new NotFoundOrDenied();
        }
    }

    private static MediaType type(Form form) {
        return switch (form) {
            case CSV -> new MediaType("text", "csv", StandardCharsets.UTF_8);
            case XLSX -> MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            case PX -> new MediaType("text", "x-pcaxis", StandardCharsets.UTF_8);
            case JSON -> MediaType.APPLICATION_JSON;
        };
    }
}
