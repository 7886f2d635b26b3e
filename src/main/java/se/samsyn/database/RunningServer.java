package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server process that holds a cluster, as its {@code postmaster.pid} tells: process on the first line, port on the fourth. */
record RunningServer(long process, int port) {

    /** The live server of the cluster; empty where there is none, or only the file of a dead one. */
    static Optional<RunningServer> in(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long process = Long.parseLong(lines.get(0).strip());
        int port = Integer.parseInt(lines.get(3).strip());
        return isPostgres(process) ? Optional.of(new RunningServer(process, port)) : Optional.empty();
    }

    private static boolean isPostgres(long process) {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
