package se.samsyn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads templates for what the house does not allow in them: texts of their own, inline script or style, and others' fragments. */
final class Templates {

    static final Path FOLDER = Path.of("src", "main", "resources", "templates");

    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|<[^>]*?(?:\"[^\"]*\"[^>]*?|'[^']*'[^>]*?)*>", Pattern.DOTALL);
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SPOKEN = Pattern.compile(
            "\\s(title|alt|placeholder|aria-label|label)\\s*=\\s*(\"[^\"]*\\p{L}[^\"]*\"|'[^']*\\p{L}[^']*')");
    private static final Pattern HANDLER =
            Pattern.compile("\\s(?:th:)?on[a-z]+\\s*=|\\shx-on[:\\w-]*\\s*=|javascript:");
    private static final Pattern STYLE = Pattern.compile("\\s(?:th:)?style\\s*=");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{\\s*([\\w./-]*)");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");

    private Templates() {}

    /** What is wrong with a template, one line each; nothing when all is well. */
    static List<String> faults(String module, String html) {
        List<String> faults = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        int from = 0;
        while (tag.find()) {
            text(html.substring(from, tag.start()), faults);
            tag(tag.group(), faults);
            from = tag.end();
        }
        text(html.substring(from), faults);
        FRAGMENT.matcher(html)
                .results()
                .map(found -> found.group(1))
                .filter(Predicate.not(
                        path -> path.isEmpty() || path.startsWith(module + "/") || path.startsWith("web/")))
                .forEach(path -> faults.add("includes another module's fragment: " + path));
        return faults;
    }

    /** The message keys a template names; those it computes are left out. */
    static Set<String> keys(String html) {
        Set<String> keys = new TreeSet<>();
        KEY.matcher(html).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    /** All templates of the house. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The module whose folder a template lies in; those at the top belong to web. */
    static String module(Path template) {
        Path within = FOLDER.relativize(template);
        return within.getNameCount() == 1 ? "web" : within.getName(0).toString();
    }

    private static void text(String text, List<String> faults) {
        String own = INLINED.matcher(text).replaceAll("").replaceAll("&\\w+;", "");
        if (LETTER.matcher(own).find()) {
            faults.add("text of its own: " + own.strip());
        }
    }

    private static void tag(String tag, List<String> faults) {
        if (tag.startsWith("<!")) {
            return;
        }
        boolean script = tag.startsWith("<script") && !tag.contains("src=");
        if (script
                || tag.startsWith("<style")
                || STYLE.matcher(tag).find()
                || HANDLER.matcher(tag).find()) {
            faults.add("inline script or style: " + tag);
        }
        SPOKEN.matcher(tag).results().forEach(found -> faults.add("text of its own:" + found.group()));
    }
}
