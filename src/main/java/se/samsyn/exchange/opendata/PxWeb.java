package se.samsyn.exchange.opendata;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The door to a statistical database behind PxWeb API v2, such as Statistics Sweden's. Cells are not decoded here: answers are given on
 * as they came. Source of the API's form: PxApiSpecs, PxAPI-2.yml, version 2.0.
 */
public final class PxWeb {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TABLES_ON_A_PAGE = 100;

    private final PxWebSource source;
    private final Wire wire;
    private final Timing timing;

    PxWeb(PxWebSource source, Timing timing, Gate gate) {
        this.source = source;
        this.timing = timing;
        Optional<AnswerCache> cache = source.cache().map(folder -> new AnswerCache(folder, source.age(), timing));
        cache.ifPresent(AnswerCache::sweep);
        this.wire = new Wire(source.base(), source.manners(), timing, gate, cache);
    }

    /** A client of the database. Nothing is asked until a method is called. */
    public static PxWeb over(PxWebSource source) {
        return new PxWeb(source, Timing.REAL, Gate.to(source.base()));
    }

    /** The database's limits, formats, licence and source line. */
    public Fetched<PxWebTerms> terms() {
        return answered(Progress.SILENT, this::terms);
    }

    /** Tables that the search finds, all pages of them, in the database's order. */
    public Fetched<List<PxWebTable>> tables(PxWebSearch search, Progress progress) {
        return answered(progress, walk -> tables(search, walk));
    }

    /** The variables of a table. */
    public Fetched<PxWebVariables> variables(PxTableId table) {
        return answered(Progress.SILENT, walk -> variables(table, walk));
    }

    /**
     * The cells of a table, in as many answers as the database's limit of cells makes needed.
     *
     * @return the table's variables; on a refusal the taker's {@code done} has not been called
     */
    public Fetched<PxWebVariables> cells(PxWebQuestion question, PxWebTaker taker, Progress progress) {
        return answered(progress, walk -> {
            var quiet = new Walk(Progress.SILENT);
            PxWebTerms terms = terms(quiet);
            if (!terms.formats().isEmpty()
                    && !terms.formats().contains(question.format().word())) {
                throw Refusal.question(
                        "Databasen svarar inte i formatet " + question.format().word() + ".");
            }
            PxWebVariables variables = variables(question.table(), quiet);
            List<Map<String, List<String>>> parts =
                    PxWebSplit.split(PxWebSelection.of(question, variables), terms.cells());
            for (int part = 0; part < parts.size(); part++) {
                Answer answer = cells(question, parts.get(part));
                walk.page(answer.fetchedAt(), part + 1L, parts.size());
                taker.take(
                        new PxWebPart(part + 1, parts.size(), parts.get(part), answer.content(), answer.fetchedAt()));
            }
            taker.done();
            return variables;
        });
    }

    private PxWebTerms terms(Walk walk) {
        return read(Ask.get(address("/config", Map.of())), walk, answer -> {
            PxWebTerms terms = PxWebReading.terms(answer, source.language());
            wire.gate().limit(terms.calls(), terms.window());
            return terms;
        });
    }

    private PxWebVariables variables(PxTableId table, Walk walk) {
        var query = language();
        query.put("outputFormat", "json-stat2");
        URI address = address("/tables/" + Addresses.encoded(table.value()) + "/metadata", query);
        return read(Ask.get(address), walk, answer -> PxWebReading.variables(table, answer));
    }

    private List<PxWebTable> tables(PxWebSearch search, Walk walk) {
        var found = new LinkedHashMap<PxTableId, PxWebTable>();
        for (int page = 1; ; page++) {
            int before = found.size();
            Ask ask = Ask.get(address("/tables", query(search, page)));
            PxWebReading.Tables tables = read(ask, new Walk(Progress.SILENT), answer -> {
                PxWebReading.Tables read = PxWebReading.tables(answer, walk);
                walk.page(
                        answer.fetchedAt(),
                        walk.pages() + 1,
                        Math.max(1, read.pages().orElse(1)));
                return read;
            });
            tables.tables().forEach(table -> found.putIfAbsent(table.id(), table));
            boolean last = tables.pages().isPresent()
                    ? page >= tables.pages().getAsInt()
                    : tables.tables().size() < TABLES_ON_A_PAGE;
            if (last) {
                return List.copyOf(found.values());
            }
            if (found.size() == before || page >= source.manners().pages()) {
                wire.drop(ask);
                throw Refusal.at(OpenDataFault.LOOP, ask.address(), "Sidorna med tabeller tar aldrig slut.");
            }
        }
    }

    private Map<String, String> query(PxWebSearch search, int page) {
        Map<String, String> query = language();
        if (!search.text().isEmpty()) {
            query.put("query", search.text());
        }
        query.put("includeDiscontinued", String.valueOf(search.discontinued() == PxWebSearch.Discontinued.INCLUDED));
        query.put("pageNumber", String.valueOf(page));
        query.put("pageSize", String.valueOf(TABLES_ON_A_PAGE));
        return query;
    }

    /** Posted, since a long list of codes does not fit in an address. */
    private Answer cells(PxWebQuestion question, Map<String, List<String>> selection) {
        var query = language();
        query.put("outputFormat", question.format().word());
        URI address = address("/tables/" + Addresses.encoded(question.table().value()) + "/data", query);
        var expected = question.format() == PxWebQuestion.Format.PX ? Ask.Expected.PX : Ask.Expected.JSON;
        var ask = new Ask(address, Optional.of(body(selection)), expected);
        return read(ask, new Walk(Progress.SILENT), answer -> {
            PxWebOutline.unlike(selection, answer, question.format()).ifPresent(what -> {
                throw PxWebReading.unexpected(answer, what);
            });
            return answer;
        });
    }

    private static String body(Map<String, List<String>> selection) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("selection");
        selection.forEach((variable, codes) -> {
            ObjectNode one = list.addObject();
            one.put("variableCode", variable);
            ArrayNode values = one.putArray("valueCodes");
            codes.forEach(values::add);
        });
        return JSON.writeValueAsString(root);
    }

    /** What the reader makes of the answer, which is kept only if it can be read. */
    private <T> T read(Ask ask, Walk walk, Function<Answer, T> reader) {
        Answer answer = wire.fetch(ask);
        T read;
        try {
            read = reader.apply(answer);
        } catch (Refusal refusal) {
            wire.drop(ask);
            throw refusal;
        }
        wire.keep(answer);
        walk.page(answer.fetchedAt(), 1, 1);
        return read;
    }

    private <T> Fetched<T> answered(Progress progress, Function<Walk, T> work) {
        var walk = new Walk(progress);
        try {
            T value = work.apply(walk);
            return walk.complete(value, List.of(), timing.now());
        } catch (Refusal refusal) {
            return new Fetched.Refused<>(refusal.problem());
        }
    }

    private Map<String, String> language() {
        var query = new LinkedHashMap<String, String>();
        query.put("lang", source.language());
        return query;
    }

    private URI address(String path, Map<String, String> query) {
        return Addresses.below(source.base(), path, query);
    }
}
