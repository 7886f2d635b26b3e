package se.samsyn.followup.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.followup.retention.Erasure.Line;
import se.samsyn.followup.retention.Erasure.Receipt;
import se.samsyn.followup.retention.Erasure.Signature;

/** Writes the receipt of an erasure: plain text in Swedish, the same for the same erasure, and its SHA-256. */
@Component
final class Receipts {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Stockholm"));

    private final MessageSource messages;

    Receipts(MessageSource messages) {
        this.messages = messages;
    }

    Receipt of(Erasure erased) {
        var text = new StringBuilder(say("title")).append('\n');
        line(text, "id", erased.id());
        line(text, "unit", erased.unit());
        line(text, "place", erased.municipality());
        line(text, "proposed", signature(erased.proposal()));
        erased.decision().ifPresent(decision -> line(text, "decided", signature(decision)));
        line(text, "count", erased.lines().size());
        text.append(say("cases")).append('\n');
        erased.lines().forEach(each -> text.append(words(each)).append('\n'));
        return new Receipt(text.toString(), hash(text.toString()));
    }

    private void line(StringBuilder text, String key, Object value) {
        text.append(say(key)).append(": ").append(value).append('\n');
    }

    private static String signature(Signature by) {
        return MOMENT.format(by.at()) + " " + by.name() + " (" + by.by() + ")";
    }

    private String words(Line line) {
        var rule = messages.getMessage(
                "followup.retention.rule." + line.rule().basis(),
                new Object[] {line.rule().years()},
                SWEDISH);
        return line.of() + " " + line.instrument() + " " + rule + "; " + line.arises() + "; " + line.last();
    }

    private String say(String key) {
        return Optional.ofNullable(messages.getMessage("followup.retention.receipt." + key, null, SWEDISH))
                .orElse(key);
    }

    static String hash(String text) {
        try {
            byte[] made = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(made);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
