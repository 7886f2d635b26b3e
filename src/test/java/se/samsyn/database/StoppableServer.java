package se.samsyn.database;

import java.nio.file.Path;
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
}
