package se.samsyn.proof.trust;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Part;
import se.samsyn.proof.Reference;

/** Claims of access, law and trust. */
@Component
@Order(6)
class TrustPart implements Part {

    private final MatrixClaims matrix;
    private final RowClaims rows;
    private final SearchClaims search;
    private final HiddenClaims hidden;
    private final FuzzClaims fuzz;
    private final KillClaims kills;
    private final LoadBench load;

    TrustPart(
            MatrixClaims matrix,
            RowClaims rows,
            SearchClaims search,
            HiddenClaims hidden,
            FuzzClaims fuzz,
            KillClaims kills,
            LoadBench load) {
        this.matrix = matrix;
        this.rows = rows;
        this.search = search;
        this.hidden = hidden;
        this.fuzz = fuzz;
        this.kills = kills;
        this.load = load;
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(
                        matrix.claims(),
                        rows.claims(),
                        search.claims(),
                        hidden.claims(reference.length()),
                        fuzz.claims(reference.length()),
                        kills.claims(reference.length()),
                        load.claims(reference.length()))
                .flatMap(List::stream)
                .toList();
    }
}
