package se.samsyn.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUnitsTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftToFillIn() {
        assertThat(units("/opt/samsyn", 8080).texts())
                .hasSize(ServiceUnits.NAMES.size() + ServiceUnits.OF_ROSTER.size())
                .allSatisfy((name, text) -> assertThat(text.replace("@system-service", "")
                                .replace("@privileged", "")
                                .replace("@resources", ""))
                        .as(name)
                        .doesNotContain("@")
                        .contains("[Unit]"));
    }

    @Test
    void everyProgramRunsFencedIn() {
        units("/opt/samsyn", 8080).texts().entrySet().stream()
                .filter(unit -> unit.getKey().endsWith(".service"))
                .forEach(unit -> assertThat(unit.getValue().lines())
                        .as(unit.getKey())
                        .contains(
                                "User=samsyn",
                                "NoNewPrivileges=yes",
                                "ProtectSystem=strict",
                                "PrivateTmp=yes",
                                "ReadWritePaths=/var/lib/samsyn /var/lib/samsyn-keys",
                                "CapabilityBoundingSet=",
                                "MemoryMax=6G",
                                "LimitCORE=0",
                                "UMask=0077"));
    }

    @Test
    void aLowPortNeedsOneRightAndNoMore() {
        assertThat(units("/opt/samsyn", 443).texts().get("samsyn.service"))
                .contains("AmbientCapabilities=CAP_NET_BIND_SERVICE\n");
    }

    @Test
    void accountsFollowTheFileEachHour() {
        var texts = units("/opt/samsyn", 8080).texts();
        assertThat(texts.get("samsyn-accounts.service"))
                .contains(
                        "ExecStart=/opt/samsyn/samsyn account sync /var/lib/staff/personal.csv --place 2080 --whole --do\n");
        assertThat(texts.get("samsyn-accounts.timer")).contains("OnCalendar=hourly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20 80", "208", "SE; rm", "%n"})
    void aPlaceThatIsNoneIsRefused(String place) {
        assertThatThrownBy(() -> new ServiceUnits.Roster("/var/lib/staff/personal.csv", place))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/opt/sam syn", "/opt/a\nExecStart=/bin/sh", "relative", "/opt/%n", "/opt/$HOME", "/opt/a;b"})
    void pathsThatSystemdCouldReadOtherwiseAreRefused(String path) {
        assertThatThrownBy(() -> units(path, 8080)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Where systemd is installed, it says itself whether it understands every line; without it there is nothing to ask. */
    @Test
    void systemdUnderstandsEveryLine() throws IOException, InterruptedException {
        var asked = Stream.of("/usr/bin/systemd-analyze", "/bin/systemd-analyze")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(asked).as("systemd-analyze").isPresent();
        Path program = Files.createDirectories(folder.resolve("program"));
        Files.writeString(program.resolve("samsyn"), "#!/bin/sh\n");
        program.resolve("samsyn").toFile().setExecutable(true);
        for (var unit : units(program.toString(), 8080).texts().entrySet()) {
            Files.writeString(folder.resolve(unit.getKey()), unit.getValue());
        }
        List<String> command = new ArrayList<>(List.of(asked.orElseThrow().toString(), "verify", "--man=no"));
        ServiceUnits.NAMES.forEach(name -> command.add(folder.resolve(name).toString()));
        var verify = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(said).doesNotContain("Failed to initialize manager", "SYSTEMD_UNIT_PATH");
        verify.waitFor();
        assertThat(said.lines().filter(line -> line.contains(folder.toString())))
                .isEmpty();
    }

    private static ServiceUnits units(String program, int port) {
        return new ServiceUnits(
                program,
                "/usr/lib/jvm/temurin-25",
                "/var/lib/samsyn",
                "/var/lib/samsyn-keys",
                "/var/backups/samsyn",
                "samsyn",
                port,
                "6G",
                Optional.of(new ServiceUnits.Roster("/var/lib/staff/personal.csv", "2080")));
    }
}
