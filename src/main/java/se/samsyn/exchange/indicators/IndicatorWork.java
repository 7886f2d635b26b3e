package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.kernel.UnderWay;

/** Imports of indicators that somebody signed in has begun: each runs beside the pages, can be looked at and given up, and is logged. */
@Service
public class IndicatorWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IndicatorWork.class);

    private static final int AT_ONCE = 1;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SWEPT = Duration.ofHours(24);

    private final IndicatorFiles files;
    private final IndicatorNet net;
    private final IndicatorImports imports;
    private final Access access;
    private final Clock clock;
    private final Path folder;
    private final UnderWay<Taken> underWay;

    IndicatorWork(
            IndicatorFiles files,
            IndicatorNet net,
            IndicatorImports imports,
            Access access,
            @Value("${samsyn.data:./samsyn-data}") Path data,
            Clock clock) {
        this.files = files;
        this.net = net;
        this.imports = imports;
        this.access = access;
        this.clock = clock;
        this.folder = data.resolve("indicator-files");
        this.underWay = new UnderWay<>("indicators", AT_ONCE, KEPT, clock);
    }

    /** A new file that an upload can be put in, readable by its owner alone; swept after a day. */
    public Path receiving(String name) throws IOException {
        sweep();
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID() + ending(name));
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private static String ending(String name) {
        return name.matches("(?s).*\\.[A-Za-z0-9]{1,8}") ? name.substring(name.lastIndexOf('.')) : "";
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                if (isOld(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(SWEPT));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /** Begins to import files, which are deleted when it has ended. */
    public UUID begin(List<Received> received, FileWish wish) {
        Actor actor = imports.permit(wish.sourceKey());
        return underWay.begin(
                actor.id(), step -> files.load(received, wish, Optional.of(actor.id()), step), () -> discard(received));
    }

    /** Deletes what was received. */
    public void discard(List<Received> received) {
        for (Received one : received) {
            try {
                Files.deleteIfExists(one.file());
            } catch (IOException fault) {
                LOG.error("A received file could not be deleted; it is swept within a day", fault);
            }
        }
    }

    /** Begins to ask Kolada. */
    public UUID begin(KoladaAsk ask) {
        Actor actor = imports.permit(KoladaTexts.KEY);
        return underWay.begin(actor.id(), step -> net.kolada(ask, Optional.of(actor.id()), step));
    }

    /** Begins to ask the PxWeb database. */
    public UUID begin(PxWebAsk ask, FileWish wish) {
        Actor actor = imports.permit(wish.sourceKey());
        return underWay.begin(actor.id(), step -> net.pxWeb(ask, wish, Optional.of(actor.id()), step));
    }

    /** How far an import of the one signed in has come, once it is done or this time has passed. */
    public UnderWay.Stage<Taken> look(UUID id, Duration patience) {
        return underWay.look(id, access.actor().id(), patience).orElseThrow(NotFoundOrDenied::new);
    }

    /** Gives an import up. */
    public void giveUp(UUID id) {
        if (!underWay.giveUp(id, access.actor().id())) {
            throw new NotFoundOrDenied();
        }
    }

    @Override
    public void destroy() {
        underWay.close();
    }
}
