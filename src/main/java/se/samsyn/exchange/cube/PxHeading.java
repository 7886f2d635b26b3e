package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keywords of a PX file, found by name, language and subject. The main language stands as the blank one. */
final class PxHeading {

    private final List<PxKeyword> all;
    private final Map<List<String>, PxKeyword> found = new HashMap<>();
    private final Map<String, List<PxKeyword>> byName = new LinkedHashMap<>();
    private final String main;
    private final List<String> languages;

    PxHeading(List<PxKeyword> all) {
        this.all = List.copyOf(all);
        String told = all.stream()
                .filter(each ->
                        each.name().equals("LANGUAGE") && each.subjects().isEmpty())
                .map(PxKeyword::first)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        List<String> listed = all.stream()
                .filter(each -> each.name().equals("LANGUAGES"))
                .findFirst()
                .map(PxKeyword::texts)
                .orElse(List.of());
        main = !told.isEmpty() ? told : listed.isEmpty() ? Texts.UNDETERMINED : listed.getFirst();
        Set<String> tags = new LinkedHashSet<>(List.of(main));
        tags.addAll(listed);
        languages = List.copyOf(tags);
        for (PxKeyword each : all) {
            found.put(key(each), each);
            byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
        }
    }

    private List<String> key(PxKeyword keyword) {
        var key = new ArrayList<String>();
        key.add(keyword.name());
        key.add(keyword.language().equals(main) ? "" : keyword.language());
        key.addAll(keyword.subjects());
        return key;
    }

    List<PxKeyword> all() {
        return all;
    }

    String mainLanguage() {
        return main;
    }

    /** All languages, the main one first. */
    List<String> languages() {
        return languages;
    }

    Optional<PxKeyword> find(String name, String language, String... subjects) {
        var key = new ArrayList<String>();
        key.add(name);
        key.add(language.equals(main) ? "" : language);
        key.addAll(List.of(subjects));
        return Optional.ofNullable(found.get(key));
    }

    /** The keyword in the main language. */
    Optional<PxKeyword> find(String name) {
        return find(name, main);
    }

    List<String> texts(String name, String language, String... subjects) {
        return find(name, language, subjects).map(PxKeyword::texts).orElse(List.of());
    }

    /** Every keyword of that name, in order. */
    List<PxKeyword> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The language that a keyword is in. */
    String languageOf(PxKeyword keyword) {
        return keyword.language().isEmpty() ? main : keyword.language();
    }

    /** The texts of a keyword of the whole table, in each language that has it. */
    Texts text(String name) {
        var texts = new LinkedHashMap<String, String>();
        for (String language : languages) {
            find(name, language).ifPresent(keyword -> texts.put(language, keyword.first()));
        }
        return new Texts(texts);
    }
}
