package se.samsyn.exchange.cube;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Points in time as PX writes them, {@code CCYYMMDD hh:mm}, read as Swedish time. */
final class PxTime {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm");

    private PxTime() {}

    /** The last update of any of the contents. */
    static String updated(PxHeading heading) {
        return heading.named("LAST-UPDATED").stream()
                .map(each -> iso(each.first().strip()))
                .max(String::compareTo)
                .orElse("");
    }

    private static String iso(String px) {
        String digits = px.length() > 14 ? px.substring(0, 14) : px;
        try {
            if (digits.length() == 8) {
                return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).toString();
            }
            Instant instant = LocalDateTime.parse(digits, FORM).atZone(ZONE).toInstant();
            return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(instant);
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    /** The PX form of a date or a point in time; blank if it is neither. */
    static String px(String iso) {
        try {
            return iso.length() == 10
                    ? LocalDate.parse(iso).format(DateTimeFormatter.BASIC_ISO_DATE)
                    : OffsetDateTime.parse(iso).atZoneSameInstant(ZONE).format(FORM);
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
