package se.samsyn.access.provisioning;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.access.PlaceWords;
import se.samsyn.sheet.Problem;

/** What a plan says in words: where each problem is and what to do about it, and what each step would do. */
@Component
public class SyncWords {

    private final MessageSource messages;
    private final PlaceWords places;

    SyncWords(MessageSource messages, PlaceWords places) {
        this.messages = messages;
        this.places = places;
    }

    /** The problem with its row and column. */
    public String of(Problem problem, Locale locale) {
        var said = problem.fault() instanceof SyncFault
                ? messages.getMessage("access.sync.fault." + problem.fault().code(), null, locale)
                : messages.getMessage(
                        "exchange.problem." + problem.fault().code(),
                        problem.details().toArray(),
                        locale);
        return where(problem, locale) + said;
    }

    private String where(Problem problem, Locale locale) {
        if (problem.row() == 0) {
            return "";
        }
        var key = problem.column().isBlank() ? "access.sync.row" : "access.sync.cell";
        return messages.getMessage(key, new Object[] {String.valueOf(problem.row()), problem.column()}, locale) + " ";
    }

    /** What is done. */
    public String of(SyncPlan.Kind kind, Locale locale) {
        return messages.getMessage("access.sync.kind." + kind, null, locale);
    }

    /** The name of the account's unit or place. */
    public String where(SyncPlan.Step step) {
        return places.words(step.place(), step.unit());
    }

    String role(SyncPlan.Step step, Locale locale) {
        return messages.getMessage("access.role." + step.role(), null, locale);
    }
}
