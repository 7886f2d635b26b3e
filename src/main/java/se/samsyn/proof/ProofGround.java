package se.samsyn.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.Role;
import se.samsyn.exchange.DryRun;
import se.samsyn.exchange.ImportResult;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.MappingJson;
import se.samsyn.followup.ImportPermit;
import se.samsyn.followup.ImportProgress;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/** Units, accounts and instruments to try claims on, in a database of the proof's own that is thrown away afterwards. */
@Component
class ProofGround {

    static final PlaceCode PLACE = new PlaceCode("2080");

    private final Organisations organisations;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Imports imports;

    ProofGround(Organisations organisations, Accounts accounts, Instruments instruments, Imports imports) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.instruments = instruments;
        this.imports = imports;
    }

    /** Opens a unit of its own for a claim. */
    Unit unit(String name) {
        var board = organisations.found("Prövning " + name, OrganisationKind.MUNICIPAL, PLACE);
        return organisations.open(board, name, UnitKind.PERFORMER, ServiceArea.GENERAL, PLACE);
    }

    /** Takes an instrument of the proof's own into use for the nation. */
    void instrument(String name) {
        signIn(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());
        instruments.introduce(FormJson.read(resource(name + "-instrument.json")));
    }

    Mapping mapping(String name) {
        return MappingJson.read(resource(name + "-mapping.json"));
    }

    ImportResult run(Path file, Mapping mapping, List<Unit> units) throws IOException {
        return run(permit(units), file, mapping, units);
    }

    /** The right of somebody new to import to the units. */
    ImportPermit permit(List<Unit> units) {
        signIn(Role.QUALITY_DEVELOPER, PLACE, Optional.empty());
        return imports.require(units);
    }

    ImportResult run(ImportPermit permit, Path file, Mapping mapping, List<Unit> units) throws IOException {
        return imports.run(permit, file, mapping, units, ImportProgress.UNWATCHED);
    }

    DryRun tryOut(Path file, Mapping mapping, List<Unit> units) throws IOException {
        return imports.tryOut(file, mapping, units);
    }

    /** Signs in as somebody new with this role; what follows on this thread is done in that name. */
    Actor signIn(Role role, PlaceCode place, Optional<Unit> unit) {
        var username = "proof-" + UUID.randomUUID();
        var actor = accounts.open(username, UUID.randomUUID().toString(), "Prövare", role, place, unit.map(Unit::id));
        var user = accounts.loadUserByUsername(username);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        return actor;
    }

    private static String resource(String name) {
        try (var in = ProofGround.class.getResourceAsStream("/prove/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException("The proof's own file could not be read", fault);
        }
    }
}
