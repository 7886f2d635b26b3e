package se.samsyn.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A database server of a test's own that can go away and come back, with its rows kept. */
public final class StoppableServer {

    private final DataFolder folder;
    private EmbeddedServer server;

    /** Starts the server of a folder. */
    public StoppableServer(Path folder) {
        this.folder = new DataFolder(folder);
        this.server = EmbeddedServer.join(this.folder, Durability.FORGETFUL);
    }

    /** The properties that lead an application to it. */
    public Map<String, Object> properties() {
        return TestDatabase.properties(new DatabaseRoles(server, folder).prepare("samsyn"));
    }

    /** Stops it. */
    public void stop() {
        server.close();
    }

    /** Starts it again, at the same port. */
    public void start() {
        server = EmbeddedServer.join(folder, Durability.FORGETFUL);
    }

    /** Connects as the superuser, to be in the way of the application. */
    public Connection connect() throws SQLException {
        return server.connect("samsyn");
    }

    /** Lets all of its processes stand still, or go on. */
    public void signal(String signal) throws IOException, InterruptedException {
        var process = ProcessHandle.of(
                        RunningServer.in(folder.cluster()).orElseThrow().process())
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, "" + process.pid()));
        process.descendants().forEach(each -> command.add("" + each.pid()));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
