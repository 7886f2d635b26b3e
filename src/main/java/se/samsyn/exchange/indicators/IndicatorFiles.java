package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import se.samsyn.access.ActorId;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.indicator.Arrived;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Delivery;
import se.samsyn.organisation.Organisations;
import se.samsyn.sheet.Problem;

/**
 * The door for files of indicators: Kolada's answers, PX, JSON-stat, CSV and XLSX, told apart by what they hold. All that is sent together is
 * taken together or not at all. Whoever calls sees to it that the sender may import.
 */
@Service
public class IndicatorFiles {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Storing storing;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final MessageSource messages;

    IndicatorFiles(Storing storing, Catalogue catalogue, Organisations organisations, MessageSource messages) {
        this.storing = storing;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.messages = messages;
    }

    /**
     * Imports files.
     *
     * @param by empty for the program's own commands
     * @param step is told by a word what is being done: reading, storing
     * @throws IOException when the disk fails; whatever a file holds is answered by the result
     */
    public Taken load(List<Received> files, FileWish wish, Optional<ActorId> by, Consumer<String> step)
            throws IOException {
        step.accept("reading");
        return keep(drafts(wish).of(files, stoppable()), by, step);
    }

    FileDrafts drafts(FileWish wish) {
        return new FileDrafts(PlaceFinder.of(organisations), catalogue::find, catalogue::source, this::told, wish);
    }

    PlaceFinder places() {
        return PlaceFinder.of(organisations);
    }

    Known known() {
        return catalogue::find;
    }

    /** Goes on until the thread is interrupted. */
    static Progress stoppable() {
        return (pages, parts, ofParts) ->
                Thread.currentThread().isInterrupted() ? Progress.Next.STOP : Progress.Next.GO_ON;
    }

    /** Stores drafts if none of them is refused. */
    Taken keep(List<Drafted> drafts, Optional<ActorId> by, Consumer<String> step) {
        List<Drafted.Ready> ready = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        long unlisted = 0;
        for (Drafted draft : drafts) {
            switch (draft) {
                case Drafted.Ready one -> ready.add(one);
                case Drafted.Refused refused -> {
                    troubles.addAll(refused.troubles());
                    unlisted += refused.unlisted();
                }
            }
        }
        if (!troubles.isEmpty()) {
            return new Taken.Refused(troubles, unlisted);
        }
        step.accept("storing");
        return stored(ready, by);
    }

    private Taken stored(List<Drafted.Ready> ready, Optional<ActorId> by) {
        try {
            List<Arrived> arrived = storing.store(ready, by);
            return new Taken.Done(
                    arrived,
                    ready.stream()
                            .mapToLong(each -> each.delivery().indicators().size())
                            .sum(),
                    ready.stream().flatMap(each -> each.remarks().stream()).toList());
        } catch (Delivery.Refused refused) {
            return new Taken.Refused(List.of(new Trouble("", String.valueOf(refused.getMessage()))), 0);
        }
    }

    private String told(Problem problem) {
        Object[] details = problem.details().toArray();
        String code = problem.fault().code();
        return messages.getMessage("exchange.problem." + code, details, SWEDISH) + " "
                + messages.getMessage("exchange.remedy." + code, details, SWEDISH);
    }
}
