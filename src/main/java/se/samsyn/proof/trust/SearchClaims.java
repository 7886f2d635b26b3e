package se.samsyn.proof.trust;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.followup.Identity;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;

/** Nobody can search for persons by what they are like: no parameter does it, in no list. */
@Component
class SearchClaims {

    /** What may choose among persons: state, page, the local id, and a case or occasion by its surrogate id. */
    private static final Set<String> MAY_CHOOSE =
            Set.of("lage", "sida", "id", "arende", "tillfalle", "oppnat", "borttaget", "klart");

    /** What persons are like, in the words that an address might have for it. */
    private static final List<Field> TRAITS = List.of(
            new Field("sex", "MAN"),
            new Field("kon", "MAN"),
            new Field("birthYear", "1950"),
            new Field("fodelsear", "1950"),
            new Field("identity", "PROTECTED"),
            new Field("identitet", "PROTECTED"),
            new Field("wayIn", "OWN_APPLICATION"),
            new Field("vag", "OWN_APPLICATION"),
            new Field("kind", "SHELTER"),
            new Field("insats", "SHELTER"),
            new Field("reason", "MOVED"),
            new Field("situation", "1"),
            new Field("a.situation", "1"),
            new Field("answers", "1"),
            new Field("sok", "marke"),
            new Field("q", "marke"),
            new Field("filter", "sex=MAN"),
            new Field("sort", "sex"),
            new Field("text", "marke"),
            new Field("mal", "marke"),
            new Field("unit", "00000000-0000-0000-0000-000000000000"),
            new Field("enhet", "00000000-0000-0000-0000-000000000000"),
            new Field("municipality", "2480"),
            new Field("kommun", "2480"),
            new Field("name", "x"),
            new Field("namn", "x"),
            new Field("personnummer", "191212121212"));

    /** What says who asks and from which address, and nothing of persons. */
    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf|back)\"[^>]*value=\"[^\"]*\"");

    private static final List<String> LISTS = List.of("/arenden", "/arenden?lage=ALL", "/att-gora");

    private final TrustGround ground;
    private final Addresses addresses;

    SearchClaims(TrustGround ground, Addresses addresses) {
        this.ground = ground;
        this.addresses = addresses;
    }

    List<Claim> claims() {
        return List.of(
                new Claim(
                        "Ingen adress som visar personer tar emot något att välja dem efter utom läge, sida och id",
                        this::read),
                new Claim("Okända parametrar ändrar ingenting i listor över personer", this::sent));
    }

    Verdict read() {
        var strange = new TreeSet<String>();
        var asked = addresses.ofPersons();
        asked.forEach((address, names) -> names.stream()
                .filter(name -> !MAY_CHOOSE.contains(name))
                .forEach(name -> strange.add(address + " " + name)));
        return Verdict.of(
                !asked.isEmpty() && strange.isEmpty(),
                asked.size() + " adresser"
                        + (strange.isEmpty()
                                ? ""
                                : "; tar emot: " + String.join(", ", strange)
                                        + " (väljer parametern inte personer: lägg den till SearchClaims.MAY_CHOOSE)"));
    }

    Verdict sent() throws IOException {
        ground.instrument();
        var unit = ground.unit(OrganisationKind.MUNICIPAL, Where.OWN.place());
        ground.plant(unit, Identity.OPEN);
        ground.plant(unit, Identity.PROTECTED);
        var crossings = new Crossings();
        for (var role : List.of(Role.CASEWORKER, Role.UNIT_MANAGER)) {
            var caller = ground.at(ground.person(role, unit.municipality(), Optional.of(unit)));
            for (var list : LISTS) {
                var usual = plain(caller.get(list));
                for (var trait : TRAITS) {
                    crossings.asked();
                    if (!plain(caller.get(list, List.of(trait))).equals(usual)) {
                        crossings.found(role + " " + list + " ändras av " + trait.name());
                    }
                }
            }
        }
        return crossings.verdict("listor");
    }

    private static String plain(Said said) {
        return said.status() + TOKEN.matcher(said.text()).replaceAll("");
    }
}
