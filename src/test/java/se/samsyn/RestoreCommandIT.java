package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's way: back up, try the backup, and put it back, by commands alone and in data folders of one's own. */
class RestoreCommandIT {

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> before = new TreeMap<>();

    @BeforeEach
    void ownFolders() throws Exception {
        Files.createDirectory(folder.resolve("backups"));
        use("samsyn.test.own-database", "true");
        use("samsyn.data", folder.resolve("data").toString());
        use("samsyn.keys", folder.resolve("keys").toString());
    }

    private void use(String property, String value) {
        String was = System.setProperty(property, value);
        before.putIfAbsent(property, was == null ? "" : was);
    }

    @AfterEach
    void asBefore() {
        before.forEach((property, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    void backsUpTriesAndRestoresAFileAndAFolder() throws Exception {
        String file = folder.resolve("copy.samsyn").toString();
        String backups = folder.resolve("backups").toString();
        assertThat(run("account", "anna.berg", "--name", "Anna", "--role", "ADMINISTRATOR", "--place", "2080"))
                .isZero();
        assertThat(run("backup", file)).isZero();
        assertThat(run("backup", file)).isEqualTo(1);
        assertThat(run("backup", "--base", backups)).isZero();

        Path fresh = folder.resolve("fresh");
        use("samsyn.data", fresh.toString());
        assertThat(run("restore", file, "--verify")).isZero();
        assertThat(run("restore", backups, "--verify")).isZero();
        assertThat(run("restore", backups, "--at", "2001-01-01T00:00")).isEqualTo(1);
        assertThat(run("restore", backups, "--at", "i går")).isEqualTo(1);
        assertThat(run("restore", file, "--at", "2001-01-01T00:00")).isEqualTo(1);
        assertThat(fresh.resolve("database").resolve("cluster")).doesNotExist();
        assertThat(leftovers(fresh)).isZero();

        use("samsyn.keys", folder.resolve("no-keys").toString());
        assertThat(run("restore", backups)).isEqualTo(1);
        assertThat(run("restore", file, "--verify")).isEqualTo(1);
        assertThat(folder.resolve("no-keys")).doesNotExist();

        use("samsyn.keys", folder.resolve("keys").toString());
        assertThat(run("restore", backups)).isZero();
        assertThat(run("restore", backups)).isEqualTo(1);
        assertThat(run("restore", backups, "--force")).isZero();
        assertThat(run("account", "anna.berg", "--name", "Anna", "--role", "ADMINISTRATOR", "--place", "2080"))
                .as("already there")
                .isEqualTo(1);
    }

    private static long leftovers(Path data) throws Exception {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("rehearsal-"))
                    .count();
        }
    }

    private static int run(String... args) {
        return SamsynCommand.run(args);
    }
}
