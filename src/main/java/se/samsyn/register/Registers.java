package se.samsyn.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
import se.samsyn.kernel.UnderWay;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** The door to registers. */
@Service
public class Registers implements Stocks, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Registers.class);

    private static final int AT_ONCE = 1;
    private static final Duration KEPT = Duration.ofHours(1);

    private final RegisterStore store;
    private final RegisterImport imports;
    private final Warehouse warehouse;
    private final Access access;
    private final AccessLog log;
    private final UnderWay<Imported> underWay;

    Registers(
            RegisterStore store,
            RegisterImport imports,
            Warehouse warehouse,
            Access access,
            AccessLog log,
            Clock clock) {
        this.store = store;
        this.imports = imports;
        this.warehouse = warehouse;
        this.access = access;
        this.log = log;
        this.underWay = new UnderWay<>("register", AT_ONCE, KEPT, clock);
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

    /** Where a file that is to be imported is put; readable by its owner alone, and swept. */
    public Path receiving() {
        return warehouse.incoming().resolve(UUID.randomUUID() + ".received");
    }

    /**
     * Imports a register for the place of the one signed in; see {@link RegisterImport}.
     *
     * @throws NotFoundOrDenied when they may not
     */
    public Imported load(NewRegister register, Path data, Optional<Path> codebook) throws IOException {
        return load(register, data, codebook, permitted(register), _ -> {});
    }

    /**
     * Begins to import a register for the place of the one signed in. The files are deleted when it has ended.
     *
     * @throws NotFoundOrDenied when they may not
     */
    public UUID begin(NewRegister register, Path data, Optional<Path> codebook) {
        Actor actor = permitted(register);
        return underWay.begin(
                actor.id(), step -> load(register, data, codebook, actor, step), () -> discard(data, codebook));
    }

    /** Deletes what was received. */
    public void discard(Path data, Optional<Path> codebook) {
        try {
            Files.deleteIfExists(data);
            if (codebook.isPresent()) {
                Files.deleteIfExists(codebook.get());
            }
        } catch (IOException fault) {
            LOG.error("A received file could not be deleted; it is swept within a day", fault);
        }
    }

    private Actor permitted(NewRegister register) {
        access.require(Action.IMPORT_REGISTER, new Target.OfPlace(register.owner()));
        Actor actor = access.actor();
        log.record(actor, "IMPORT_REGISTER", Purpose.FOLLOW_UP, register.key().value(), register.owner());
        return actor;
    }

    private Imported load(NewRegister register, Path data, Optional<Path> codebook, Actor actor, Consumer<String> step)
            throws IOException {
        return imports.takenByAnother(register.key().value(), register.owner())
                ? taken(register)
                : imports.run(register, data, codebook, Optional.of(actor.id()), step);
    }

    private static Imported taken(NewRegister register) {
        return new Imported.Refused(
                List.of(Mend.data(0, "", "name-taken", register.key().value())));
    }

    /** How far an import of the one signed in has come, once it is done or this time has passed. */
    public UnderWay.Stage<Imported> look(UUID id, Duration patience) {
        return underWay.look(id, access.actor().id(), patience).orElseThrow(NotFoundOrDenied::new);
    }

    /** Gives an import up. */
    public void giveUp(UUID id) {
        if (!underWay.giveUp(id, access.actor().id())) {
            throw new NotFoundOrDenied();
        }
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

    @Override
    public void destroy() {
        underWay.close();
    }
}
