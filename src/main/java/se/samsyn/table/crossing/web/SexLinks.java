package se.samsyn.table.crossing.web;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;
import se.samsyn.web.Texts;

/** The ways to look at a crossing by sex that are one click away: everybody, one sex at a time, and side by side. */
record SexLinks(Asked asked, Codebook codebook, Texts texts) {

    /**
     * A way.
     *
     * @param current whether it is the way that is looked at now
     */
    record Link(Wording label, String address, boolean current) {}

    /** None where the data set does not tell of sex. */
    List<Link> links() {
        return codebook.sex().map(this::links).orElse(List.of());
    }

    private List<Link> links(Codebook.Field sex) {
        String axis = sex.key();
        List<Link> links = new ArrayList<>();
        Asked plain = asked.without(axis).keeping(axis, List.of());
        links.add(link(texts.of("table.crossing.sex.all"), plain));
        if (sex.values() instanceof Codebook.Codes codes) {
            codes.codes().stream()
                    .filter(code -> !code.missing())
                    .map(code -> link(code.label(), plain.keeping(axis, List.of(code.code()))))
                    .forEach(links::add);
        }
        Asked split = plain.splitBy(axis);
        if (!split.equals(plain)) {
            links.add(link(texts.of("table.crossing.sex.split"), split));
        }
        return links;
    }

    private Link link(Wording label, Asked way) {
        return new Link(label, way.address(), way.equals(asked));
    }
}
