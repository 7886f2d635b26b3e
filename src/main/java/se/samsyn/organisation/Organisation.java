package se.samsyn.organisation;

import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;

/**
 * An organisation with units.
 *
 * @param kind municipal, regional, private or voluntary
 * @param seat the place it belongs to
 */
public record Organisation(OrganisationId id, String name, OrganisationKind kind, PlaceCode seat) {}
