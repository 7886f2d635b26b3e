package se.samsyn;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the texts of the modules and compares the languages. */
final class Messages {

    static final Path FOLDER = Path.of("src", "main", "resources", "messages");
    static final String SWEDISH = "_sv.properties";
    static final String ENGLISH = "_en.properties";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");

    private Messages() {}

    /** What is wrong with a module's texts, one line each; nothing when all is well. */
    static List<String> faults(String module, Properties swedish, Properties english) {
        List<String> faults = new ArrayList<>();
        Set<String> keys = new TreeSet<>(swedish.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        for (String key : keys) {
            String sv = swedish.getProperty(key, "");
            String en = english.getProperty(key, "");
            if (!key.startsWith(module + ".")) {
                faults.add("key without the module's name: " + key);
            }
            if (sv.isBlank() || en.isBlank()) {
                faults.add("missing or blank in one language: " + key);
            } else if (!placeholders(sv).equals(placeholders(en))) {
                faults.add("different placeholders: " + key);
            }
        }
        return faults;
    }

    /** Modules that have texts in any language, with the files' folder as the only source. */
    static Set<String> modules() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceAll("_[a-z]+\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All keys of a language, of all modules. */
    static Set<String> keys(String language) {
        return modules().stream()
                .flatMap(module -> read(module, language).stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The texts of a module in a language; none where the file is missing. */
    static Properties read(String module, String language) {
        Properties texts = new Properties();
        Path file = FOLDER.resolve(module + language);
        if (!Files.exists(file)) {
            return texts;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
