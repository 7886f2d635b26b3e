package se.samsyn.access;

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
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** {@code ./samsyn account}: opens an account from the machine itself, such as the first administrator's. */
@Component
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Öppnar ett konto, till exempel den första administratören. Engångslösenordet visas en gång.")
class AccountCommand implements Callable<Integer> {

    private final Accounts accounts;

    @Parameters(paramLabel = "ANVÄNDARNAMN", description = "vad man loggar in med")
    private String username = "";

    @Option(names = "--name", required = true, description = "personens namn")
    private String name = "";

    @Option(names = "--role", defaultValue = "ADMINISTRATOR", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.ADMINISTRATOR;

    @Option(names = "--place", defaultValue = "SE", description = "SE, länskod eller kommunkod")
    private String place = "SE";

    @Option(names = "--unit", description = "enhetens id, för handläggare och enhetschefer")
    private @Nullable String unit;

    @Spec
    private @Nullable CommandSpec spec;

    AccountCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (accounts.taken(username)) {
            out.println("Användarnamnet är upptaget. Välj ett annat.");
            return 1;
        }
        if (role.boundToUnit() != (unit != null)) {
            out.println("Handläggare och enhetschefer behöver --unit, andra roller har ingen enhet.");
            return 2;
        }
        var opened = accounts.openWithOneTime(
                username,
                name,
                role,
                new PlaceCode(place),
                Optional.ofNullable(unit).map(UnitId::of));
        out.println("Kontot är öppnat. Engångslösenord: " + opened.password());
        out.println("Det gäller i sju dagar och byts vid första inloggningen.");
        return 0;
    }
}
