package se.samsyn.organisation;

import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * A unit of an organisation.
 *
 * @param organisation who runs it
 * @param name as its staff call it
 * @param kind authority or performer
 * @param area its area of social services
 * @param municipality where it works; its results are compiled there
 */
public record Unit(
        UnitId id, OrganisationId organisation, String name, UnitKind kind, ServiceArea area, PlaceCode municipality) {}
