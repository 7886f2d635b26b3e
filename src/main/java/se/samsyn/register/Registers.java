package se.samsyn.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.engine.Warehouse;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** The door to registers. */
@Service
public class Registers implements Stocks {

    private final RegisterStore store;
    private final RegisterImport imports;
    private final Warehouse warehouse;
    private final Access access;
    private final AccessLog log;

    Registers(RegisterStore store, RegisterImport imports, Warehouse warehouse, Access access, AccessLog log) {
        this.store = store;
        this.imports = imports;
        this.warehouse = warehouse;
        this.access = access;
        this.log = log;
    }

    @Override
    public List<Stock> stocks() {
        return store.all().stream()
                .map(register -> new Stock(register.codebook(), register.rows(), register.size(), register.imported()))
                .toList();
    }

    /** The registers of the place of the one signed in. */
    public List<Register> own() {
        Actor actor = access.actor();
        return store.all().stream()
                .filter(register -> register.codebook().owner().equals(actor.place()))
                .toList();
    }

    /**
     * Imports a register for the place of the one signed in; see {@link RegisterImport}.
     *
     * @throws NotFoundOrDenied when they may not, or another place has a register of that name
     */
    public Imported load(NewRegister register, Path data, Optional<Path> codebook) throws IOException {
        access.require(Action.IMPORT_REGISTER, new Target.OfPlace(register.owner()));
        if (imports.takenByAnother(register.key().value(), register.owner())) {
            return new Imported.Refused(
                    List.of(Mend.data(0, "", "name-taken", register.key().value())));
        }
        Actor actor = access.actor();
        log.record(actor, "IMPORT_REGISTER", Purpose.FOLLOW_UP, register.key().value(), register.owner());
        return imports.run(register, data, codebook, Optional.of(actor.id()));
    }

    /** Removes a register and its rows. */
    @Transactional
    public void remove(String key) {
        Register register = store.find(key).orElseThrow(NotFoundOrDenied::new);
        access.require(
                Action.IMPORT_REGISTER, new Target.OfPlace(register.codebook().owner()));
        log.record(
                access.actor(),
                "REMOVE_REGISTER",
                Purpose.FOLLOW_UP,
                key,
                register.codebook().owner());
        store.remove(register.id());
        warehouse.drop(register.rows());
    }
}
