package se.samsyn.followup;

import java.util.OptionalInt;
import se.samsyn.kernel.Sex;

/** What can be corrected in a case. */
public record Facts(Sex sex, OptionalInt birthYear, Identity identity, WayIn wayIn) {}
