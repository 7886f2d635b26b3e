package se.samsyn.database;

import java.util.Optional;

/** The database in use: its address and, when it is the embedded one, the server to leave at the end. */
record DatabaseHome(DatabaseAddress address, Optional<EmbeddedServer> server) implements AutoCloseable {

    static DatabaseHome embedded(DatabaseSettings settings) {
        DataFolder folder = new DataFolder(settings.data());
        EmbeddedServer server = EmbeddedServer.join(folder, Durability.KEPT);
        try {
            return new DatabaseHome(new DatabaseRoles(server, folder).prepare("samsyn"), Optional.of(server));
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    static DatabaseHome external(DatabaseSettings settings) {
        DatabaseSettings.External external = settings.database();
        String url = String.valueOf(external.url());
        Login application = DatabaseAddress.login(url, new Login(external.user(), external.password()));
        DatabaseAddress address = new DatabaseAddress(
                DatabaseAddress.jdbc(url),
                application,
                external.migration().or("samsyn_migration"),
                external.backup().or("samsyn_backup"));
        return new DatabaseHome(address, Optional.empty());
    }

    @Override
    public void close() {
        server.ifPresent(EmbeddedServer::close);
    }
}
