package se.samsyn.proof.trust;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.followup.Identity;
import se.samsyn.proof.Verdict;

/** Sends what nobody should to every address, as those who are let in there and as others. */
@Component
class FormFuzz {

    private static final long SLOW = 20_000;
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/json",
            "application/xml",
            "text/plain; charset=finnsinte",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "ett/två/tre;;;");
    private static final List<String> ODD = List.of(
            "%00",
            "%ED%A0%80",
            "%C0%AF",
            "%FF",
            "%",
            "%zz",
            "%E2%80%AE",
            "..%2F..%2F",
            "%2e%2e/",
            ";a=b",
            "%0d%0aX: y",
            "a[b][c][d]=1",
            "%F0%9F%92%A9");

    /** How many inputs are sent before what the lines name, such as uploaded files, is made anew. */
    private static final int A_ROUND = 2_000;

    private static final String SIGN_IN = "POST /logga-in open | username=x password=y";

    private final Map<String, Map<String, String>> known = new HashMap<>();
    private final TrustGround ground;

    FormFuzz(TrustGround ground) {
        this.ground = ground;
    }

    Verdict tried(int inputs) throws IOException {
        var tries = new Tries();
        var stage = Stage.set(ground);
        var routes = Stream.concat(Route.table().stream().filter(route -> !route.demo()), Stream.of(Route.of(SIGN_IN)))
                .toList();
        var files = Stream.of(Seeds.CSV, Seeds.ACCOUNTS, Seeds.CODEBOOK, Seeds.MAP, Seeds.PARQUET, Seeds.xlsx())
                .flatMap(List::stream)
                .toList();
        var mark = TrustGround.mark();
        try (var ear = LogEar.listening()) {
            for (int seed = 0; seed < inputs; seed++) {
                if (seed % A_ROUND == 0) {
                    known.clear();
                    stage.forgetFiles();
                }
                send(stage, routes.get(seed % routes.size()), new Nasty(seed), files, seed, mark, tries);
            }
            ear.heard(List.of(mark))
                    .forEach(by -> tries.fell("något som sändes står i programmets logg, skrivet av " + by));
        }
        return tries.verdictWithin();
    }

    private void send(Stage stage, Route route, Nasty nasty, List<byte[]> files, int seed, String mark, Tries tries)
            throws IOException {
        var who = nasty.one(List.of(Who.values()));
        for (var admitted : Who.values()) {
            who = nasty.below(4) == 0 && route.admits(admitted, 0) ? admitted : who;
        }
        var words = words(stage, route, who);
        var path = path(route.path(), words, nasty);
        var where = route.method() + " " + route.path() + " nr " + seed;
        try {
            var said = said(stage.caller(who), route, path, fields(route, words, nasty, mark), files, nasty);
            tries.tried(where, said.millis());
            tries.let(!said.refused());
            if (said.broken()) {
                tries.fell(where + " som " + who + ": " + said.status());
            }
            if (said.millis() > SLOW) {
                tries.fell(where + ": hängde sig");
            }
        } catch (HttpTimeoutException hang) {
            tries.fell(where + ": hängde sig");
        } catch (IllegalArgumentException unsendable) {
            // No address at all by the client's own rules: nothing was sent.
            tries.unsent();
        }
    }

    /** The words of a line, the same for a round, so that what it names is there and not made anew each time. */
    private Map<String, String> words(Stage stage, Route route, Who who) throws IOException {
        var key = who + " " + route.method() + " " + route.path();
        var words = known.get(key);
        if (words == null) {
            words = stage.words(route, who, 0, Identity.OPEN);
            known.put(key, words);
        }
        return words;
    }

    private static Said said(
            Caller caller, Route route, String path, List<Field> fields, List<byte[]> files, Nasty nasty)
            throws IOException {
        var names = route.fields().stream()
                .filter(field -> field.value().equals("{file}"))
                .map(Field::name)
                .toList();
        if (!names.isEmpty() && nasty.below(3) != 0) {
            return caller.post(path, fields, names, nasty.below(4) == 0 ? nasty.one(files) : nasty.of(files));
        }
        return switch (nasty.below(10)) {
            case 0 -> caller.get(path, fields);
            case 1 -> caller.post(path, nasty.one(TYPES), nasty.of(List.of(Nasty.bytes(Caller.form(fields)))));
            case 2 ->
                caller.post(
                        path,
                        TYPES.getFirst(),
                        Nasty.bytes(nasty.one(ODD) + "=" + nasty.one(ODD) + "&" + Caller.form(fields)));
            default -> route.method().equals("GET") ? caller.get(path, fields) : caller.post(path, fields);
        };
    }

    /** Mostly the address as it is; now and then with something in it that does not belong. */
    private static String path(String pattern, Map<String, String> words, Nasty nasty) {
        var path = pattern;
        for (var word : words.entrySet()) {
            var value = nasty.below(8) == 0 ? odd(nasty) : word.getValue();
            path = path.replace("{" + word.getKey() + "}", value);
        }
        return nasty.below(20) == 0 ? path + nasty.one(ODD) : path;
    }

    private static String odd(Nasty nasty) {
        return nasty.below(2) == 0 ? nasty.one(ODD) : URLEncoder.encode(cut(nasty.word(), 300), StandardCharsets.UTF_8);
    }

    private static List<Field> fields(Route route, Map<String, String> words, Nasty nasty, String mark) {
        var fields = new ArrayList<Field>();
        for (var field : route.fields()) {
            var value = words.getOrDefault(field.value().replaceAll("[{}]", ""), field.value());
            if (nasty.below(10) != 0) {
                fields.add(new Field(field.name(), nasty.below(3) == 0 ? value(nasty, mark, route) : value));
            }
        }
        for (int more = nasty.below(4); more > 0; more--) {
            var name = route.fields().isEmpty() || nasty.below(2) == 0
                    ? nasty.one(List.of("sida", "lage", "plats", "ar", "vy", "data", "rad", "id", "q"))
                    : nasty.one(route.fields()).name();
            fields.add(new Field(nasty.below(5) == 0 ? cut(nasty.word(), 200) : name, value(nasty, mark, route)));
        }
        return fields;
    }

    /** A value that bears the mark now and then, so that it can be looked for in the log. */
    private static String value(Nasty nasty, String mark, Route route) {
        var word = nasty.below(4) == 0 ? mark : "";
        return word + cut(nasty.word(), route.method().equals("GET") ? 1_500 : 30_000);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
