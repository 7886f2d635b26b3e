package se.samsyn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;

/** Writes docs/map.md: the modules, why they exist, what they may use and which tables they own, as their package-infos say. */
final class ModuleMap {

    private static final Path SOURCES = Path.of("src", "main", "java", "se", "samsyn");
    private static final Set<String> GROUND = Set.of("kernel", "database", "web", "access");

    private ModuleMap() {}

    /** A module: its name ({@code table.disclosure} when it lies inside another), why it exists and what it may use. */
    record Module(String name, String purpose, List<String> uses) {

        private String node() {
            return name.replace('.', '_');
        }
    }

    static String markdown(List<Module> modules) {
        StringBuilder text = new StringBuilder("""
                # Module map

                Generated from the package-info of each module; a test holds this page and the code together. An arrow says that a
                module may use another. All may use the ground, so far as they say so: kernel, database, web and access; those
                arrows are left out of the picture.

                ```mermaid
                flowchart BT
                """);
        for (Module module : modules) {
            text.append("    %s[\"%s\"]%n".formatted(module.node(), module.name()));
        }
        for (Module module : modules) {
            module.uses().stream()
                    .map(used -> used.split("::")[0].strip())
                    .filter(used -> !GROUND.contains(used) && !GROUND.contains(module.name()))
                    .distinct()
                    .forEach(used -> text.append("    %s --> %s%n".formatted(module.node(), used.replace('.', '_'))));
        }
        text.append("```\n\n| module | what for | may use | SQL tables |\n| --- | --- | --- | --- |\n");
        for (Module module : modules) {
            text.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            module.name(),
                            module.purpose(),
                            listed(module.uses()),
                            listed(Migrations.tables(module.name()))));
        }
        return text.toString();
    }

    /** A module as its package-info describes it. */
    static Module read(String name) {
        return new Module(name, purpose(name), uses("se.samsyn." + name));
    }

    /** What the package-info of a module's package allows; everything where it does not say. */
    static List<String> uses(String basePackage) {
        try {
            ApplicationModule stated =
                    Class.forName(basePackage + ".package-info").getAnnotation(ApplicationModule.class);
            return stated == null ? List.of(ApplicationModule.OPEN_TOKEN) : List.of(stated.allowedDependencies());
        } catch (ClassNotFoundException silent) {
            return List.of(ApplicationModule.OPEN_TOKEN);
        }
    }

    private static String purpose(String name) {
        Path file = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
        try {
            String source = Files.readString(file);
            String comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
            return comment.lines()
                    .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                    .collect(Collectors.joining(" "))
                    .replaceAll("\\{@link (?:[\\w.]*\\.)?([^}]*)}", "`$1`")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                    .replaceAll("<[^>]+>", "")
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String listed(Iterable<String> names) {
        String joined = String.join(", ", names);
        return joined.isEmpty() ? "-" : joined;
    }
}
