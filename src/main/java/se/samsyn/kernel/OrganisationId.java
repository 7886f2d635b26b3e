package se.samsyn.kernel;

import java.util.UUID;

/** An organisation that handles or performs support: a municipality's board, a region, a private or voluntary body. */
public record OrganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
