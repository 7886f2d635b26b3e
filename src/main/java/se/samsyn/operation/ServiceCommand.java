package se.samsyn.operation;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.operation.ServiceUnits.Roster;

/** {@code ./samsyn service}: writes what systemd needs to run Samsyn, and says what to do with it. Changes nothing on the machine. */
@Component
@Command(
        name = "service",
        description =
                "Skriver det systemd behöver för att köra Samsyn som tjänst, med säkerhetskopiering och kontroll av"
                        + " loggen varje natt. Ändrar ingenting på maskinen.")
final class ServiceCommand implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "MAPP", description = "skriver filerna i en mapp i stället för att visa dem")
    private @Nullable Path folder;

    @Option(names = "--user", paramLabel = "KONTO", description = "kontot som kör Samsyn (annars samsyn)")
    private String user = "samsyn";

    @Option(names = "--backups", paramLabel = "MAPP", description = "var kopiorna läggs (annars /var/backups/samsyn)")
    private String backups = "/var/backups/samsyn";

    @Option(names = "--memory", paramLabel = "MINNE", description = "mest minne för hela tjänsten (annars 6G)")
    private String memory = "6G";

    @Option(names = "--accounts", paramLabel = "FIL", description = "filen som kontona följer, läses varje timme")
    private @Nullable String accounts;

    @Option(
            names = "--place",
            paramLabel = "PLATS",
            description = "platsen som filen med konton gäller: SE, länskod eller kommunkod")
    private String place = "SE";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var line = Objects.requireNonNull(spec).commandLine();
        ServiceUnits units;
        try {
            units = units();
        } catch (IllegalArgumentException fault) {
            line.getErr().println(fault.getMessage() + ".");
            return 2;
        }
        write(units, line.getOut());
        return 0;
    }

    private void write(ServiceUnits units, PrintWriter out) throws java.io.IOException {
        for (Map.Entry<String, String> unit : units.texts().entrySet()) {
            if (folder == null) {
                out.printf("# ---- /etc/systemd/system/%s%n%s%n", unit.getKey(), unit.getValue());
            } else {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(unit.getKey()), unit.getValue());
                out.println("Skrivet: " + folder.resolve(unit.getKey()));
            }
        }
        steps(units).lines().forEach(step -> out.println(folder == null ? "# " + step : step));
        out.flush();
    }

    /** The settings that {@code ./samsyn} passes on, as it would start the program itself. */
    private ServiceUnits units() {
        String data = absolute(setting("SAMSYN_DATA").orElse("samsyn-data"));
        return new ServiceUnits(
                absolute(setting("SAMSYN_HOME").orElse(".")),
                absolute(setting("JAVA_HOME").orElse(System.getProperty("java.home"))),
                data,
                absolute(setting("SAMSYN_KEYS").orElse(data + "-keys")),
                absolute(backups),
                user,
                Integer.parseInt(setting("SAMSYN_PORT").orElse("8080")),
                memory,
                Optional.ofNullable(accounts).map(file -> new Roster(absolute(file), place)));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    private static String steps(ServiceUnits units) {
        return """
                Gör så här, som root:
                  1. useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin USER
                  2. install -d -o USER -g USER -m 700 DATA KEYS BACKUPS
                  3. install -d -m 755 /etc/samsyn; install -m 600 /dev/null /etc/samsyn/samsyn.env
                     och skriv inställningarna där, en per rad: SAMSYN_HOSTS=samsyn.kommun.se och så vidare (docs/drift.md).
                  4. PROGRAM/samsyn version          (bygger, så att tjänsten aldrig behöver skriva i programmets mapp)
                  5. Lägg filerna i /etc/systemd/system och kör: systemctl daemon-reload
                  6. systemctl enable --now samsyn.service samsyn-trial.timer samsyn-audit.timerROSTER
                Se sedan: systemctl status samsyn, journalctl -u samsyn, systemctl list-timers.""".replace("ROSTER", units.roster().isPresent() ? " samsyn-accounts.timer" : "")
                .replace("USER", units.user())
                .replace("DATA", units.data())
                .replace("KEYS", units.keys())
                .replace("BACKUPS", units.backups())
                .replace("PROGRAM", units.program());
    }
}
