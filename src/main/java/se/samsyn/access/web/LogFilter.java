package se.samsyn.access.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogQuery;
import se.samsyn.access.Purpose;
import se.samsyn.web.FormText;

/**
 * The filter of the log page as it stands in the address; what cannot be read is told, not guessed.
 *
 * @param vem an account's id
 * @param galler the id of a case, unit, table or account
 * @param andamal a purpose
 * @param handelse an event
 * @param fran first day
 * @param till last day
 * @param fore the number that older lines are below
 */
record LogFilter(String vem, String galler, String andamal, String handelse, String fran, String till, String fore) {

    LogFilter {
        vem = FormText.of(vem).strip();
        galler = FormText.of(galler).strip();
        andamal = FormText.of(andamal).strip();
        handelse = FormText.of(handelse).strip();
        fran = FormText.of(fran).strip();
        till = FormText.of(till).strip();
        fore = FormText.of(fore).strip();
    }

    /** Whether a date cannot be read. */
    public boolean isFaulty() {
        return isNoDay(fran) || isNoDay(till);
    }

    public boolean isEmpty() {
        return (vem + galler + andamal + handelse + fran + till).isEmpty();
    }

    /** What is asked for, without the dates that cannot be read; throws where no page of ours sends such a thing. */
    LogQuery query(ZoneId zone) {
        return new LogQuery(
                some(vem, text -> new ActorId(UUID.fromString(text))),
                some(galler, Function.identity()),
                some(andamal, Purpose::valueOf),
                some(handelse, Function.identity()),
                isNoDay(fran) ? Optional.empty() : some(fran, day -> start(day, 0, zone)),
                isNoDay(till) ? Optional.empty() : some(till, day -> start(day, 1, zone)),
                some(fore, Long::valueOf));
    }

    private static java.time.Instant start(String day, int later, ZoneId zone) {
        return LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }

    /** Whom or what the reading is about, for the log's own line about it. */
    Optional<String> object() {
        return Optional.of(galler.isEmpty() ? vem : galler).filter(text -> !text.isEmpty());
    }

    /** The address of the lines below a number. */
    String older(long number) {
        var address = UriComponentsBuilder.fromPath("/logg");
        add(address, "vem", vem);
        add(address, "galler", galler);
        add(address, "andamal", andamal);
        add(address, "handelse", handelse);
        add(address, "fran", fran);
        add(address, "till", till);
        return address.queryParam("fore", number).encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }

    private static <T> Optional<T> some(String text, Function<String, T> read) {
        return Optional.of(text).filter(given -> !given.isEmpty()).map(read);
    }

    private static boolean isNoDay(String text) {
        try {
            return !text.isEmpty() && LocalDate.parse(text).getYear() < 1;
        } catch (DateTimeParseException _) {
            return true;
        }
    }
}
