package se.samsyn.access.provisioning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.access.SecondFactors;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** {@code ./samsyn account}: opens an account from the machine itself, such as the first administrator's, and sees to those there are. */
@Component
@Command(
        name = "account",
        description = "Öppnar ett konto, till exempel den första administratören. Engångslösenordet visas en gång.")
class AccountCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final int MISUSED = 2;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Provisioning provisioning;
    private final SyncWords words;

    @Parameters(paramLabel = "ANVÄNDARNAMN", arity = "0..1", description = "vad man loggar in med")
    private String username = "";

    @Option(names = "--name", defaultValue = "", description = "personens namn")
    private String name = "";

    @Option(names = "--role", defaultValue = "ADMINISTRATOR", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.ADMINISTRATOR;

    @Option(names = "--place", defaultValue = "SE", description = "SE, länskod eller kommunkod")
    private String place = "SE";

    @Option(names = "--unit", description = "enhetens id, för handläggare och enhetschefer")
    private @Nullable String unit;

    @Spec
    private @Nullable CommandSpec spec;

    AccountCommand(Accounts accounts, SecondFactors factors, Provisioning provisioning, SyncWords words) {
        this.accounts = accounts;
        this.factors = factors;
        this.provisioning = provisioning;
        this.words = words;
    }

    @Override
    public Integer call() {
        if (username.isBlank() || name.isBlank()) {
            Objects.requireNonNull(spec).commandLine().usage(out());
            return MISUSED;
        }
        if (accounts.taken(username)) {
            out().println("Användarnamnet är upptaget. Välj ett annat.");
            return 1;
        }
        if (role.boundToUnit() != (unit != null)) {
            out().println("Handläggare och enhetschefer behöver --unit, andra roller har ingen enhet.");
            return MISUSED;
        }
        var opened = accounts.openWithOneTime(
                username,
                name,
                role,
                new PlaceCode(place),
                Optional.ofNullable(unit).map(UnitId::of));
        out().println("Kontot är öppnat. Engångslösenord: " + opened.password());
        out().println("Det gäller i sju dagar och byts vid första inloggningen.");
        return 0;
    }

    @Command(
            name = "sync",
            description =
                    "Öppnar, ändrar och stänger konton efter en fil. Visar först vad som skulle ske; --do gör det.")
    int sync(
            @Parameters(
                            paramLabel = "FIL",
                            description = "CSV eller XLSX: användarnamn, namn, roll, plats, enhet, externt id, aktiv")
                    Path file,
            @Option(
                            names = "--place",
                            defaultValue = "SE",
                            description = "platsen filen gäller: SE, länskod eller kommunkod")
                    String within,
            @Option(names = "--whole", description = "alla finns i filen: övriga konton i platsen stängs")
                    boolean whole,
            @Option(names = "--do", description = "gör det som visas") boolean carryOut,
            @Option(names = "--close", defaultValue = "-1", description = "antalet konton som stängs, när de är många")
                    long closing)
            throws IOException {
        if (Files.size(file) > Provisioning.LARGEST) {
            out().println("Filen är större än 1 MB, som är gränsen för en fil med konton.");
            return 1;
        }
        var bytes = Files.readAllBytes(file);
        var listing = whole ? Listing.WHOLE : Listing.PART;
        var plan = provisioning.plan(bytes, listing, new PlaceCode(within));
        show(plan);
        if (!plan.problems().isEmpty()) {
            out().println("Inget är gjort. Rätta filen och kör igen.");
            return 1;
        }
        if (!carryOut) {
            out().println("Inget är gjort. Kör igen med --do för att göra det.");
            return 0;
        }
        return follow(bytes, listing, new PlaceCode(within), plan, closing);
    }

    private int follow(byte[] file, Listing listing, PlaceCode within, SyncPlan plan, long closing) throws IOException {
        if (plan.closesMany() && closing != plan.count(SyncPlan.Kind.CLOSE)) {
            out().println("Inget är gjort. Så många konton stängs bara om antalet anges: --close "
                    + plan.count(SyncPlan.Kind.CLOSE));
            return 1;
        }
        boolean done = provisioning.follow(file, listing, within, plan);
        out().println(done ? "Det är gjort." : "Inget är gjort: kontona ändrades under tiden. Kör igen.");
        return done ? 0 : 1;
    }

    private void show(SyncPlan plan) {
        plan.problems().forEach(problem -> out().println(words.of(problem, SWEDISH)));
        if (!plan.unused().isEmpty()) {
            out().println("Kolumner som inte används: " + String.join(", ", plan.unused()));
        }
        for (var step : plan.steps()) {
            out().println("%s  %s  %s  %s  %s"
                    .formatted(
                            words.of(step.kind(), SWEDISH),
                            step.username(),
                            step.name(),
                            words.role(step, SWEDISH),
                            words.where(step)));
        }
        if (plan.problems().isEmpty() && plan.steps().isEmpty()) {
            out().println("Alla konton är redan som filen säger.");
        }
    }

    @Command(
            name = "reset-factor",
            description =
                    "Tar bort någons andra steg vid inloggning, till exempel administratörens när telefonen är borta.")
    int resetFactor(@Parameters(paramLabel = "ANVÄNDARNAMN", description = "vems") String whose) {
        var found = provisioning.find(whose, PlaceCode.NATION);
        if (found.isEmpty()) {
            out().println("Det finns inget konto med det användarnamnet.");
            return 1;
        }
        factors.reset(found.get().id());
        out().println("Andra steget är borttaget. Personen skaffar ett nytt vid nästa inloggning.");
        return 0;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
