package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import se.samsyn.access.ActorId;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.JsonStatReader;
import se.samsyn.exchange.cube.JsonStatReading;
import se.samsyn.exchange.cube.Problem;
import se.samsyn.exchange.opendata.Fetched;
import se.samsyn.exchange.opendata.Kolada;
import se.samsyn.exchange.opendata.KoladaId;
import se.samsyn.exchange.opendata.KoladaQuestion;
import se.samsyn.exchange.opendata.KoladaSource;
import se.samsyn.exchange.opendata.KoladaWanted;
import se.samsyn.exchange.opendata.Manners;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.exchange.opendata.PxWeb;
import se.samsyn.exchange.opendata.PxWebPart;
import se.samsyn.exchange.opendata.PxWebSource;
import se.samsyn.exchange.opendata.PxWebTaker;
import se.samsyn.exchange.opendata.PxWebVariables;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;

/**
 * The door for indicators from the net: Kolada ({@code samsyn.kolada}) and a PxWeb database ({@code samsyn.pxweb}), nothing else. Where the
 * net cannot be reached the answer says so, and that saved answers can be read instead. Answers are kept for a day in the data folder.
 */
@Service
public class IndicatorNet {

    private static final Duration KEPT = Duration.ofDays(1);

    private final IndicatorFiles files;
    private final Organisations organisations;
    private final KoladaSource kolada;
    private final PxWebSource pxweb;

    IndicatorNet(
            IndicatorFiles files,
            Organisations organisations,
            @Value("${samsyn.kolada:https://api.kolada.se/v3}") URI kolada,
            @Value("${samsyn.pxweb:https://statistikdatabasen.scb.se/api/v2}") URI pxweb,
            @Value("${samsyn.data:./samsyn-data}") Path data) {
        this.files = files;
        this.organisations = organisations;
        this.kolada = new KoladaSource.Web(kolada, Optional.of(data.resolve("kolada")), KEPT, Manners.USUAL);
        this.pxweb = new PxWebSource(pxweb, "sv", Optional.of(data.resolve("pxweb")), KEPT, Manners.USUAL);
    }

    /**
     * Asks Kolada and stores the answer.
     *
     * @param by empty for the program's own commands
     * @param step is told by a word what is being done: asking, storing
     */
    public Taken kolada(KoladaAsk ask, Optional<ActorId> by, Consumer<String> step) {
        step.accept("asking");
        var client = Kolada.over(kolada);
        var draft = new KoladaDraft(client, name(ask), files.places(), files.known(), IndicatorFiles.stoppable());
        Drafted drafted = draft.ofAsked(
                new KoladaWanted.Ids(ask.kpis()), KoladaQuestion.ofPlaces(ask.kpis(), places(ask), ask.years()));
        return files.keep(List.of(drafted), by, step);
    }

    /** Kolada wants two of its three lists: those who ask for everything everywhere ask for every place by name. */
    private List<KoladaId> places(KoladaAsk ask) {
        if (!ask.places().isEmpty() || !ask.years().isEmpty()) {
            return ask.places().stream().map(KoladaId::of).toList();
        }
        return Stream.of(
                        Stream.of(PlaceCode.NATION),
                        organisations.regions().stream().map(Place::code),
                        organisations.municipalities(PlaceCode.NATION).stream().map(Place::code))
                .flatMap(each -> each)
                .map(KoladaId::of)
                .toList();
    }

    private static String name(KoladaAsk ask) {
        String ids = String.join(
                ", ", ask.kpis().stream().limit(5).map(KoladaId::value).toList());
        return "Kolada: " + ids + (ask.kpis().size() > 5 ? " och " + (ask.kpis().size() - 5) + " till" : "");
    }

    /** Asks the PxWeb database for a table and stores it. */
    public Taken pxWeb(PxWebAsk ask, FileWish wish, Optional<ActorId> by, Consumer<String> step) {
        step.accept("asking");
        String name = "PxWeb: " + ask.question().table();
        var parts = new Parts();
        Progress stoppable = IndicatorFiles.stoppable();
        return switch (PxWeb.over(pxweb).cells(ask.question(), parts, stoppable)) {
            case Fetched.Refused<PxWebVariables>(var problem) ->
                files.keep(List.of(Drafted.Refused.of(name, problem.text())), by, step);
            case Fetched.Complete<PxWebVariables> complete ->
                files.keep(List.of(drafted(name, parts, complete, wish)), by, step);
        };
    }

    private Drafted drafted(String name, Parts parts, Fetched.Complete<PxWebVariables> complete, FileWish wish) {
        if (!parts.problems.isEmpty() || parts.cubes.isEmpty()) {
            String first = parts.problems.isEmpty()
                    ? "Svaret har inga celler."
                    : parts.problems.getFirst().told();
            return Drafted.Refused.of(name, first);
        }
        try {
            return files.drafts(wish).cube(CubeJoin.join(parts.cubes), name, complete.fetchedAt(), List.of());
        } catch (IllegalArgumentException _) {
            return Drafted.Refused.of(name, "Delarna av svaret går inte att lägga ihop. Fråga efter mindre åt gången.");
        }
    }

    /** Reads the answers as they come. */
    private static final class Parts implements PxWebTaker {
        private final List<Cube> cubes = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        @Override
        public void take(PxWebPart part) {
            try {
                switch (JsonStatReader.read(part.answer().copy())) {
                    case JsonStatReading.Read read -> cubes.addAll(read.cubes());
                    case JsonStatReading.Refused refused -> problems.addAll(refused.problems());
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public void done() {}
    }
}
