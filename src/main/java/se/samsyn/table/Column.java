package se.samsyn.table;

import java.util.Optional;
import se.samsyn.kernel.Wording;

/**
 * A column of a table. Columns that stand together under one heading have the same group.
 *
 * @param key stable within the table
 * @param group heading over neighbouring columns, such as women
 * @param heading heading of this one, such as share
 * @param sex the group by sex it is about, if the table is split by sex
 */
public record Column(String key, Wording group, Wording heading, Optional<SexGroup> sex) {}
