package se.samsyn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What reaches Trino's SQL besides questions: settings of a known form, and tables with the columns that the files have. */
class TrinoSettingsTest {

    private static final byte[] SECRET = "trettiotvå byte som ingen känner".getBytes(StandardCharsets.UTF_8);

    private static TrinoSettings settings(String url, String schema, String location) {
        return new TrinoSettings(url, "samsyn", "", "samsyn", schema, location);
    }

    @ParameterizedTest
    @CsvSource({
        "http://trino:8080, samsyn, local:///, trino-url",
        "jdbc:postgresql://trino/x, samsyn, local:///, trino-url",
        "'', samsyn, local:///, trino-url",
        "jdbc:trino://trino:8080, Samsyn, local:///, trino-schema",
        "jdbc:trino://trino:8080, x; drop table y, local:///, trino-schema",
        "jdbc:trino://trino:8080, samsyn, /data, trino-location",
        "jdbc:trino://trino:8080, samsyn, local:///a'b, trino-location"
    })
    void refusesWhatHasAnotherForm(String url, String schema, String location, String named) {
        assertThatThrownBy(() -> settings(url, schema, location))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void sendsNoPasswordInTheClearAndShowsNone() {
        assertThatThrownBy(() -> new TrinoSettings("jdbc:trino://trino:8080", "a", "hemligt", "b", "c", "local:///"))
                .hasMessageContaining("SSL=true")
                .hasMessageNotContaining("hemligt");
        assertThat(new TrinoSettings("jdbc:trino://trino:443?SSL=true", "a", "hemligt", "b", "c", "local:///"))
                .asString()
                .doesNotContain("hemligt");
    }

    @Test
    void areReadFromVariablesAsTheManualWritesThem() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "SAMSYN_ENGINE_TRINO_URL", "jdbc:trino://trino:8080",
                                "SAMSYN_ENGINE_TRINO_USER", "anna",
                                "SAMSYN_ENGINE_TRINO_LOCATION", "local:///rows")));
        TrinoSettings read = new Binder(ConfigurationPropertySources.from(environment.getPropertySources()))
                .bind("samsyn.engine", TrinoSettings.class)
                .get();
        assertThat(read)
                .isEqualTo(
                        new TrinoSettings("jdbc:trino://trino:8080", "anna", "", "samsyn", "samsyn", "local:///rows/"));
    }

    @Test
    void makesTablesOfTheFilesOwnColumns(@TempDir Path data) throws Exception {
        RowsFolder folder = new RowsFolder(data);
        DuckDbStore database = new DuckDbStore(folder, new EngineSettings(1, 512, 30));
        RowsName rows = kept(folder, database);
        TrinoSettings settings = settings("jdbc:trino://trino:8080", "vald", "local:///rows");
        assertThat(new TrinoTableStore(database, folder, settings).definition(rows))
                .isEqualTo("create table if not exists samsyn.vald." + rows
                        + " (\"key\" integer, \"person\" bigint, \"c0\" integer, \"n1\" double)"
                        + " with (format = 'PARQUET', external_location = 'local:///rows/" + rows + "')");
        database.close();
    }

    private static RowsName kept(RowsFolder folder, DuckDbStore database) throws Exception {
        KeySecret secret = new KeySecret(SECRET);
        Warehouse warehouse = new Warehouse(
                folder,
                new LoadStore(database, secret),
                new AppendStore(database),
                new NestStore(database, folder),
                secret);
        Path file = Files.writeString(warehouse.incoming().resolve("in.csv"), "kon,poang\n1,2.5\n2,\n");
        Load load = new Load(
                file,
                warehouse.look(file),
                List.of(new Load.Codes(0, List.of("1", "2")), new Load.Numbers(1, false, Set.of(), false)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        return ((Load.Outcome.Kept) warehouse.load(load)).rows();
    }
}
