package se.samsyn.access;

import org.springframework.stereotype.Component;
import se.samsyn.access.AccessDecision.Denied;
import se.samsyn.access.AccessDecision.Granted;

/**
 * The one place that decides. A pure function of actor, action, purpose and target, and of who runs the target's unit; what no line grants
 * is denied.
 */
@Component
final class AccessRules {

    private final Performers performers;

    AccessRules(Performers performers) {
        this.performers = performers;
    }

    AccessDecision decide(Actor actor, Action action, Purpose purpose, Target target) {
        if (!fits(actor.role(), action, purpose)) {
            return new Denied(actor.role() + " may not " + action + " for " + purpose);
        }
        return granted(actor, action, target)
                ? new Granted()
                : new Denied(actor.role() + " may not " + action + " there");
    }

    /** Whether an action may be done for a purpose by those in a role: to supervise is for whoever answers for the unit. */
    private static boolean fits(Role role, Action action, Purpose purpose) {
        return action.purposes().contains(purpose) && (purpose != Purpose.SUPERVISION || role == Role.UNIT_MANAGER);
    }

    private boolean granted(Actor actor, Action action, Target target) {
        return switch (action) {
            case READ_CASE, READ_OPEN_RESULTS -> actor.role().boundToUnit() && ownUnit(actor, target);
            case WRITE_CASE -> actor.role() == Role.CASEWORKER && ownUnit(actor, target);
            case IMPORT_CASES ->
                switch (actor.role()) {
                    case UNIT_MANAGER -> ownUnit(actor, target);
                    case QUALITY_DEVELOPER -> ownPlace(actor, target) && !othersUnit(target);
                    default -> false;
                };
            case READ_RESULTS, EXPORT_TABLE -> actor.role() != Role.AUDITOR && actor.role() != Role.ADMINISTRATOR;
            case CROSS_TABLES ->
                switch (actor.role()) {
                    case QUALITY_DEVELOPER, REGIONAL_ANALYST, NATIONAL_ANALYST ->
                        actor.place().contains(target.place()) || target.place().contains(actor.place());
                    default -> false;
                };
            case EDIT_INSTRUMENT, EDIT_INDICATORS, IMPORT_INDICATORS, IMPORT_REGISTER, RELEASE_TABLES ->
                switch (actor.role()) {
                    case QUALITY_DEVELOPER, REGIONAL_ANALYST, NATIONAL_ANALYST ->
                        actor.place().equals(target.place());
                    default -> false;
                };
            case PROPOSE_ERASURE, REQUEST_HANDOUT, INCLUDE_PROTECTED ->
                actor.role() == Role.UNIT_MANAGER && ownUnit(actor, target);
            case DECIDE_ERASURE, APPROVE_HANDOUT ->
                switch (actor.role()) {
                    case UNIT_MANAGER -> ownUnit(actor, target);
                    case QUALITY_DEVELOPER -> actor.place().equals(target.place()) && !othersUnit(target);
                    default -> false;
                };
            case GIVE_ACCESS -> actor.role().boundToUnit() && ownUnit(actor, target);
            case SET_RETENTION ->
                (actor.role() == Role.QUALITY_DEVELOPER || actor.role() == Role.ADMINISTRATOR)
                        && actor.place().equals(target.place());
            case READ_RETENTION ->
                switch (actor.role()) {
                    case UNIT_MANAGER -> ownUnit(actor, target);
                    case QUALITY_DEVELOPER, ADMINISTRATOR -> ownPlace(actor, target) && !othersUnit(target);
                    case AUDITOR -> ownPlace(actor, target);
                    default -> false;
                };
            case READ_LOG -> actor.role() == Role.AUDITOR && ownPlace(actor, target);
            case ADMINISTER -> actor.role() == Role.ADMINISTRATOR && ownPlace(actor, target);
        };
    }

    private static boolean ownUnit(Actor actor, Target target) {
        return target instanceof Target.OfUnit of
                && actor.unit().filter(of.unit()::equals).isPresent();
    }

    /** A unit of a private performer or an association: its cases are its own, also to the municipality it works in. */
    private boolean othersUnit(Target target) {
        return target instanceof Target.OfUnit of && performers.answersForItself(of.unit());
    }

    private static boolean ownPlace(Actor actor, Target target) {
        return actor.place().contains(target.place());
    }
}
