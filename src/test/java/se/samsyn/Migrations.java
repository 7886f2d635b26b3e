package se.samsyn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the migrations for the names of what they make. */
final class Migrations {

    static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");

    private static final String NAME = "(?:if\\s+not\\s+exists\\s+)?([\\w.\"]+)";
    private static final Pattern MADE = Pattern.compile(
            "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+|temporary\\s+|materialized\\s+)*"
                    + "(?:table|view|function|procedure|sequence|type|domain)\\s+" + NAME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE =
            Pattern.compile("\\bcreate\\s+(?:unlogged\\s+)?table\\s+" + NAME, Pattern.CASE_INSENSITIVE);

    private Migrations() {}

    /** Names of tables, views, functions and the like that do not begin with the module's name. */
    static List<String> strangers(String module, String sql) {
        return MADE.matcher(withoutRemarks(sql))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith(module + "_"))
                .toList();
    }

    /** The tables that a module's migrations make. */
    static Set<String> tables(String module) {
        Set<String> tables = new TreeSet<>();
        for (Path script : scripts()) {
            if (module(script).equals(module)) {
                TABLE.matcher(withoutRemarks(read(script))).results().forEach(found -> tables.add(found.group(1)));
            }
        }
        return tables;
    }

    static List<Path> scripts() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String module(Path script) {
        return FOLDER.relativize(script).getName(0).toString();
    }

    static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String withoutRemarks(String sql) {
        return sql.replaceAll("--[^\\n]*", "").replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
