package se.samsyn.exchange.opendata;

import java.util.List;

/** A group of indicators or of places. A group's value is the unweighted mean of its members. */
public record KoladaGroup(KoladaId id, String title, List<Member> members) implements KoladaThing {

    /** One member; the title is blank where Kolada gives the id alone. */
    public record Member(KoladaId id, String title) {}

    /** Copies the members. */
    public KoladaGroup {
        members = List.copyOf(members);
    }
}
