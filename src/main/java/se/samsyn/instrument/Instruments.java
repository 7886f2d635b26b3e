package se.samsyn.instrument;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * The door to instruments. Everyone signed in may read them; only those who may edit the instruments of a place change its drafts.
 * A place below the nation adds variables of its own to the version of the place above it; the common ones it cannot change.
 * Versions that have been used never change, so they are kept in memory once read.
 */
@Service
public class Instruments {

    private final InstrumentStore store;
    private final ReadyInstruments ready;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;
    private final Map<FormId, Form> frozen = new ConcurrentHashMap<>();

    Instruments(InstrumentStore store, ReadyInstruments ready, Access access, AccessLog log, Clock clock) {
        this.store = store;
        this.ready = ready;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** All instruments, by their Swedish titles. */
    @Transactional(readOnly = true)
    public List<Instrument> all() {
        return inUse(PlaceCode.NATION).stream()
                .map(form -> new Instrument(form.id().key(), form.title(), form.description()))
                .toList();
    }

    /** The versions in use at a place, one for each instrument, by their Swedish titles. */
    @Transactional(readOnly = true)
    public List<Form> inUse(PlaceCode place) {
        return store.inUse(upwards(place)).stream()
                .map(this::used)
                .sorted(Comparator.comparing(form -> form.title().sv()))
                .toList();
    }

    /** The instruments that the place has drafts of. */
    @Transactional(readOnly = true)
    public Set<InstrumentKey> drafted(PlaceCode place) {
        return store.drafted(place);
    }

    /** The version in use at a place: its own, else its region's, else the nation's. */
    @Transactional(readOnly = true)
    public Form inUse(InstrumentKey key, PlaceCode place) {
        return store.inUse(key, upwards(place)).map(this::used).orElseThrow(NotFoundOrDenied::new);
    }

    /**
     * Every version that is or has been in use at any place, for reading answers given at different times: those in use first,
     * the nation's before those of regions and municipalities, the newest first.
     */
    @Transactional(readOnly = true)
    public List<Form> formsInUse(InstrumentKey key) {
        return store.used(key).stream().map(this::used).toList();
    }

    /** A version that is or has been in use, or a draft. */
    @Transactional(readOnly = true)
    public Form version(FormId id) {
        Form kept = frozen.get(id);
        return kept != null ? kept : store.find(id).orElseThrow(NotFoundOrDenied::new);
    }

    /** The place's own versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(InstrumentKey key, PlaceCode place) {
        return store.versions(key, place);
    }

    /** The place's draft, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Form> draft(InstrumentKey key, PlaceCode place) {
        return store.find(key, place, Version.Status.DRAFT);
    }

    /**
     * Whether the version in use at the place was built on an older version of the place above than the one in use there now;
     * the next draft takes the newer one in.
     */
    @Transactional(readOnly = true)
    public boolean newerAbove(InstrumentKey key, PlaceCode place) {
        Form own = inUse(key, place);
        return own.id().owner().equals(place)
                && place.level() != Level.NATION
                && !LocalVariables.onto(above(key, place), own, place)
                        .as(own.id())
                        .equals(own);
    }

    /** Whether a draft says just what the version in use says. */
    @Transactional(readOnly = true)
    public boolean unchanged(Form draft) {
        return inUse(draft.id().key(), draft.id().owner()).as(draft.id()).equals(draft);
    }

    /** Starts a draft from the version in use, with the newest version of the place above; the one there is, if there is one. */
    @Transactional
    public Form startDraft(InstrumentKey key, PlaceCode place) {
        mayEdit(place);
        store.lock(key, place);
        return draft(key, place).orElseGet(() -> {
            Form current = inUse(key, place);
            Form base =
                    place.level() == Level.NATION ? current : LocalVariables.onto(above(key, place), current, place);
            Form draft = base.as(new FormId(key, place, store.nextNumber(key, place)));
            store.addDraft(draft);
            edited(key, place);
            return draft;
        });
    }

    /** Adds a variable of the place's own to its draft, or replaces the one with the same key; the question's owner is the place. */
    @Transactional
    public Form put(InstrumentKey key, Question variable) {
        if (!variable.key().fits(variable.owner())) {
            throw new IllegalArgumentException(
                    "Not a key for a variable of " + variable.owner() + ": " + variable.key());
        }
        return change(key, variable.owner(), draft -> LocalVariables.put(draft, variable));
    }

    /** What would be wrong with the place's draft if this variable were put in: with the variable, or with there being one more. */
    @Transactional(readOnly = true)
    public List<Flaw> tryOut(InstrumentKey key, Question variable) {
        Form draft = draft(key, variable.owner()).orElseThrow(NotFoundOrDenied::new);
        return flaws(LocalVariables.put(draft, variable)).stream()
                .filter(flaw -> flaw.where().equals(variable.key().value())
                        || flaw.where().equals(key.value()))
                .toList();
    }

    /** Removes one of the place's own variables from its draft. */
    @Transactional
    public Form remove(InstrumentKey key, PlaceCode place, VariableKey variable) {
        return change(key, place, draft -> LocalVariables.remove(draft, own(draft, place, variable)));
    }

    /** Moves one of the place's own variables one step up in its draft. */
    @Transactional
    public Form moveUp(InstrumentKey key, PlaceCode place, VariableKey variable) {
        return change(key, place, draft -> LocalVariables.up(draft, own(draft, place, variable)));
    }

    /** A key for a new variable of the place's own, made from its text; never one that any of the place's versions has had. */
    @Transactional(readOnly = true)
    public VariableKey freshKey(InstrumentKey key, PlaceCode place, String text) {
        List<Form> forms = new ArrayList<>(store.used(key, place));
        draft(key, place).ifPresent(forms::add);
        return LocalVariables.freshKey(place, text, LocalVariables.keys(forms));
    }

    /** Throws the draft away. */
    @Transactional
    public void discardDraft(InstrumentKey key, PlaceCode place) {
        mayEdit(place);
        store.lock(key, place);
        store.removeDraft(key, place);
        edited(key, place);
    }

    /** What keeps the place's draft from being taken into use; empty when it is fit. */
    @Transactional(readOnly = true)
    public List<Flaw> flaws(Form draft) {
        List<Flaw> flaws = new ArrayList<>(draft.flaws());
        flaws.addAll(LocalVariables.changedTypes(
                draft, store.used(draft.id().key(), draft.id().owner())));
        return flaws;
    }

    /** Takes the place's draft into use and freezes it; the version before it is retired. */
    @Transactional
    public TakeIntoUse takeIntoUse(InstrumentKey key, PlaceCode place) {
        mayEdit(place);
        store.lock(key, place);
        Form draft = draft(key, place).orElseThrow(NotFoundOrDenied::new);
        List<Flaw> flaws = flaws(draft);
        if (!flaws.isEmpty()) {
            return new TakeIntoUse.Refused(flaws);
        }
        if (unchanged(draft)) {
            return new TakeIntoUse.Unchanged();
        }
        store.retire(key, place);
        store.use(draft.id(), clock.instant());
        log.record(access.actor(), "USE_INSTRUMENT", Purpose.OPERATION, key.value(), place);
        return new TakeIntoUse.Taken(draft.id());
    }

    /**
     * Takes an instrument from a file into use for the nation: a new one as version 1, a changed one as the next version. For the
     * nation's own editor alone.
     *
     * @throws IllegalArgumentException when the form has flaws
     */
    @Transactional
    public void introduce(Form form) {
        mayEdit(PlaceCode.NATION);
        if (!form.flaws().isEmpty()) {
            throw new IllegalArgumentException("The form is not fit for use: " + form.flaws());
        }
        ready.load(form);
        log.record(
                access.actor(),
                "USE_INSTRUMENT",
                Purpose.OPERATION,
                form.id().key().value(),
                PlaceCode.NATION);
    }

    private Form change(InstrumentKey key, PlaceCode place, UnaryOperator<Form> changed) {
        mayEdit(place);
        store.lock(key, place);
        Form next = changed.apply(draft(key, place).orElseThrow(NotFoundOrDenied::new));
        store.replaceDraft(next);
        edited(key, place);
        return next;
    }

    private static VariableKey own(Form draft, PlaceCode place, VariableKey variable) {
        return draft.questions().stream()
                .filter(question ->
                        question.key().equals(variable) && question.owner().equals(place))
                .map(Question::key)
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
    }

    private void edited(InstrumentKey key, PlaceCode place) {
        log.record(access.actor(), Action.EDIT_INSTRUMENT.name(), Purpose.OPERATION, key.value(), place);
    }

    private void mayEdit(PlaceCode place) {
        access.require(Action.EDIT_INSTRUMENT, new Target.OfPlace(place));
    }

    private Form above(InstrumentKey key, PlaceCode place) {
        List<PlaceCode> upwards = upwards(place);
        return store.inUse(key, upwards.subList(1, upwards.size()))
                .map(this::used)
                .orElseThrow(NotFoundOrDenied::new);
    }

    private Form used(FormId id) {
        return frozen.computeIfAbsent(id, wanted -> store.find(wanted).orElseThrow(NotFoundOrDenied::new));
    }

    private static List<PlaceCode> upwards(PlaceCode place) {
        return switch (place.level()) {
            case NATION -> List.of(PlaceCode.NATION);
            case REGION -> List.of(place, PlaceCode.NATION);
            case MUNICIPALITY, UNIT -> List.of(place, place.region(), PlaceCode.NATION);
        };
    }
}
