package se.samsyn.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The units that make Samsyn a service of systemd: the program with its backups, a check of the log each night and a trial of restoring the
 * backups each week. They are written for one machine, with its paths; what is secret is read from a file of the operator's.
 *
 * @param program the folder with {@code ./samsyn}
 * @param java the JDK's folder
 * @param memory as systemd writes it, such as {@code 4G}
 * @param roster the file that the accounts follow, where there is one
 */
record ServiceUnits(
        String program,
        String java,
        String data,
        String keys,
        String backups,
        String user,
        int port,
        String memory,
        Optional<Roster> roster) {

    /**
     * The file of the staff, read each hour.
     *
     * @param place whose accounts it holds, all of them
     */
    record Roster(String file, String place) {

        Roster {
            check(file, PATH, "Sökvägen får bara ha bokstäver a-z, siffror och . _ - + / i sig");
            check(place, PLACE, "Platsen skrivs som SE, en länskod eller en kommunkod");
        }
    }

    static final List<String> NAMES = List.of(
            "samsyn.service",
            "samsyn-trial.service",
            "samsyn-trial.timer",
            "samsyn-audit.service",
            "samsyn-audit.timer");

    static final List<String> OF_ROSTER = List.of("samsyn-accounts.service", "samsyn-accounts.timer");

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/+-]*");
    private static final Pattern PLACE = Pattern.compile("SE|\\d{2}|\\d{4}");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern MEMORY = Pattern.compile("\\d{1,6}[MG]");

    /** Checks that nothing in the names could be read by systemd as anything else. */
    ServiceUnits {
        for (String path : List.of(program, java, data, keys, backups)) {
            check(path, PATH, "Sökvägen får bara ha bokstäver a-z, siffror och . _ - + / i sig");
        }
        check(user, USER, "Kontot får bara ha små bokstäver, siffror, - och _ i sig");
        check(memory, MEMORY, "Minnet skrivs som 4G eller 4096M");
    }

    private static void check(String text, Pattern form, String words) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(words + ": " + text);
        }
    }

    /** The text of each unit, by its name. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        String fence = filled(template("fence.txt"));
        names().forEach(name -> texts.put(name, filled(template(name)).replace("@FENCE@\n", fence)));
        return texts;
    }

    private List<String> names() {
        return roster.isEmpty()
                ? NAMES
                : Stream.concat(NAMES.stream(), OF_ROSTER.stream()).toList();
    }

    private String filled(String template) {
        return template.replace("@PROGRAM@", program)
                .replace("@JAVA@", java)
                .replace("@DATA@", data)
                .replace("@KEYS@", keys)
                .replace("@BACKUPS@", backups)
                .replace("@USER@", user)
                .replace("@ACCOUNTS@", roster.map(Roster::file).orElse(""))
                .replace("@PLACE@", roster.map(Roster::place).orElse(""))
                .replace("@PORT@", String.valueOf(port))
                .replace("@MEMORY@", memory)
                .replace("@CAPABILITIES@", port < 1024 ? "CAP_NET_BIND_SERVICE" : "");
    }

    private static String template(String name) {
        try (InputStream in = ServiceUnits.class.getResourceAsStream("/operation/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no unit called " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
