package se.samsyn.exchange.opendata;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Kolada's pages over the network. A page that was asked for before in the same part, one that repeats what has come, an empty one
 * that points on, and more pages than the limit are refused as endless; an address at another host is refused before it is asked.
 */
final class WebPages implements KoladaPages {

    private final URI base;
    private final Wire wire;

    WebPages(URI base, Wire wire) {
        this.base = base;
        this.wire = wire;
    }

    @Override
    public boolean picks() {
        return true;
    }

    @Override
    public void read(KoladaKind kind, List<Part> parts, Rows rows, Walk walk) {
        var asked = new ArrayList<Ask>();
        try {
            for (int part = 0; part < parts.size(); part++) {
                rows.begin(part);
                read(parts, part, rows, walk, asked);
            }
        } catch (Refusal refusal) {
            if (blamesTheAnswer(refusal.problem().fault())) {
                asked.forEach(wire::drop);
            }
            throw refusal;
        }
    }

    private void read(List<Part> parts, int part, Rows rows, Walk walk, List<Ask> asked) {
        var visited = new HashSet<URI>();
        URI address =
                Addresses.below(base, parts.get(part).path(), parts.get(part).query());
        while (true) {
            if (!visited.add(address)) {
                throw Refusal.at(OpenDataFault.LOOP, address, "Sidorna går i ring: samma sida pekas ut igen.");
            }
            if (visited.size() > wire.manners().pages()) {
                throw Refusal.at(
                        OpenDataFault.LOOP,
                        address,
                        "Svaret har fler sidor än gränsen, som är "
                                + wire.manners().pages() + ".");
            }
            Ask ask = Ask.get(address);
            asked.add(ask);
            Answer answer = wire.fetch(ask);
            KoladaPage page = page(answer, rows, visited.size() > 1);
            wire.keep(answer);
            boolean last = page.next().isEmpty();
            walk.page(answer.fetchedAt(), last ? part + 1 : part, parts.size());
            if (last) {
                return;
            }
            address = next(address, page);
        }
    }

    private static KoladaPage page(Answer answer, Rows rows, boolean following) {
        long before = rows.fresh();
        KoladaPage page = KoladaPage.read(
                new ByteArrayInputStream(answer.bytes()), answer.place(), row -> rows.take(row, answer.place()));
        if (following && page.rows() > 0 && rows.fresh() == before) {
            throw new Refusal(
                    OpenDataFault.LOOP, answer.place(), "En följande sida ger inget utöver det som redan har kommit.");
        }
        if (page.rows() == 0 && !page.next().isEmpty()) {
            throw new Refusal(OpenDataFault.LOOP, answer.place(), "En tom sida pekar vidare på en sida till.");
        }
        return page;
    }

    private URI next(URI from, KoladaPage page) {
        try {
            URI next = from.resolve(page.next());
            if (Addresses.sameHost(base, next) && next.getRawPath().startsWith(base.getRawPath())) {
                return Addresses.onBase(base, next);
            }
        } catch (IllegalArgumentException noAddress) {
            throw Refusal.at(OpenDataFault.UNEXPECTED_FORM, from, "Svaret pekar på nästa sida med en trasig adress.");
        }
        throw Refusal.at(OpenDataFault.ELSEWHERE, from, "Svaret pekar på nästa sida hos en annan värd.");
    }

    private static boolean blamesTheAnswer(OpenDataFault fault) {
        return switch (fault) {
            case NOT_JSON, CUT_OFF, UNEXPECTED_FORM, CONTRADICTION, LOOP, ELSEWHERE, TOO_LARGE -> true;
            case QUESTION, NOT_REACHED, SLOW, TOO_MANY_CALLS, SERVER_FAULT, NOT_FOUND, REJECTED, FILE, STOPPED -> false;
        };
    }
}
