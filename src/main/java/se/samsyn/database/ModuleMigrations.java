package se.samsyn.database;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/**
 * Migrates module by module: the scripts in {@code db/migration/<module>}, with a history per module, in the order of the
 * dependencies that the modules declare in their package-info. A foreign key can thus point along the arrows of the module map.
 */
/*
 * Why not spring-modulith-runtime, which lays things out the same way: it orders modules by the imports it finds, so that a foreign
 * key to a module that no class imports yet breaks the start, and it reads every class of the program at each start to find them.
 */
final class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String ROOT = "se.samsyn.";

    @Override
    public void migrate(Flyway flyway) {
        for (String module : modules()) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    /** The modules that have migrations, each after those it depends on. */
    static List<String> modules() {
        Map<String, List<String>> declared = new TreeMap<>();
        new TreeSet<>(withScripts()).forEach(module -> declare(module, declared));
        return ModuleOrder.of(declared).stream().filter(withScripts()::contains).toList();
    }

    private static void declare(String module, Map<String, List<String>> declared) {
        if (!declared.containsKey(module)) {
            List<String> dependencies = dependencies(module);
            declared.put(module, dependencies);
            dependencies.forEach(dependency -> declare(dependency, declared));
        }
    }

    /** What a module declares in its package-info; of {@code table :: source} and {@code table.disclosure} the outer module counts. */
    private static List<String> dependencies(String module) {
        try {
            Class<?> description = Class.forName(ROOT + module + ".package-info");
            ApplicationModule stated = Objects.requireNonNull(
                    description.getAnnotation(ApplicationModule.class), "No @ApplicationModule on " + module);
            return List.of(stated.allowedDependencies()).stream()
                    .map(name -> name.split("::|\\.")[0].strip())
                    .filter(name -> !name.equals(module))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("db/migration/" + module + " belongs to no module", absent);
        }
    }

    private static List<String> withScripts() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            return List.of(scripts).stream()
                    .map(ModuleMigrations::folder)
                    .distinct()
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException("Migrations cannot be listed", failure);
        }
    }

    private static String folder(Resource script) {
        try {
            String[] path = script.getURL().getPath().split("/");
            return path[path.length - 2];
        } catch (IOException failure) {
            throw new IllegalStateException("Migrations cannot be listed", failure);
        }
    }
}
