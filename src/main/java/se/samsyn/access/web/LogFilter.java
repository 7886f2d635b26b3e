package se.samsyn.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
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
        return !read(fran, LogFilter::day) || !read(till, LogFilter::day);
    }

    /** Whether what is looked up, other than dates, is nothing that lines of the log hold. */
    public boolean isUnknown() {
        return !read(vem, LogFilter::person)
                || !read(galler, LogFilter::about)
                || !read(andamal, LogFilter::purpose)
                || !read(fore, LogFilter::number);
    }

    public boolean isEmpty() {
        return (vem + galler + andamal + handelse + fran + till).isEmpty();
    }

    /** What is asked for, without what cannot be read. */
    LogQuery query(ZoneId zone) {
        return new LogQuery(
                person(vem),
                about(galler),
                purpose(andamal),
                Optional.of(handelse).filter(text -> !text.isEmpty()),
                day(fran).map(day -> start(day, zone)),
                day(till).map(day -> start(day.plusDays(1), zone)),
                number(fore));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whom or what the reading is about, for the log's own line about it; never a text that could be anything. */
    Optional<String> object() {
        return about(galler).or(() -> person(vem).map(ActorId::toString));
    }

    /** The address of the lines below a number. */
    String older(long number) {
        return address("/logg").queryParam("fore", number).encode().toUriString();
    }

    /** The address of the file with the chosen lines. */
    String file() {
        return address("/logg.csv").encode().toUriString();
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "vem", vem);
        add(address, "galler", galler);
        add(address, "andamal", andamal);
        add(address, "handelse", handelse);
        add(address, "fran", fran);
        add(address, "till", till);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }

    private static Optional<ActorId> person(String text) {
        return LogObject.id(text).map(ActorId::new);
    }

    private static Optional<String> about(String text) {
        return Optional.of(text).filter(LogObject::isKnown);
    }

    private static Optional<Purpose> purpose(String text) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(text))
                .findFirst();
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Whether a field is empty or can be read. */
    private static boolean read(String text, Function<String, Optional<?>> reading) {
        return text.isEmpty() || reading.apply(text).isPresent();
    }
}
