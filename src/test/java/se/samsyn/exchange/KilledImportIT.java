package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.Samsyn;
import se.samsyn.SignedInAs;
import se.samsyn.access.Access;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.database.TestDatabase;
import se.samsyn.followup.CaseFilter;
import se.samsyn.followup.Cases;
import se.samsyn.kernel.UnitId;

/** A program that is killed while it imports, and the next start on the same database. */
class KilledImportIT {

    @TempDir
    private Path data;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leavesNothingHalfDoneAndSaysSoAtTheNextStart() throws Exception {
        List<String> properties = properties();
        String[] told = killedInTheMiddle(properties);

        try (ConfigurableApplicationContext next =
                new SpringApplicationBuilder(Samsyn.class).run(properties.toArray(String[]::new))) {
            Actor developer = signIn(next, told[3]);
            var jobs = next.getBean(ImportJobs.class);
            ImportJob job = jobs.find(UUID.fromString(told[1]), developer);

            assertThat(job.state()).isEqualTo(ImportJob.State.INTERRUPTED);
            assertThat(job.done()).isPositive();
            assertThat(stored(next, told[2], job.unit())).isZero();

            signIn(next, told[3]);
            var imports = next.getBean(Imports.class);
            var units = imports.units().stream()
                    .filter(unit -> unit.id().equals(job.unit()))
                    .toList();
            Upload upload = next.getBean(Uploads.class).find(job.upload(), developer.id());
            Mapping mapping = MappingJson.read(ImportPlace.MAPPING)
                    .with(Trait.UNIT, Origin.constant(job.unit().toString()));
            UUID again = jobs.start(imports.require(units), upload, mapping, units, job.total());
            for (int i = 0; i < 1200 && jobs.find(again, developer).running(); i++) {
                Thread.sleep(50);
            }
            assertThat(jobs.find(again, developer).outcome().cases().added()).isEqualTo(job.total());
            assertThat(stored(next, told[2], job.unit())).isEqualTo(job.total());
        }
    }

    private List<String> properties() {
        List<String> properties = new ArrayList<>();
        for (Map.Entry<String, Object> property : TestDatabase.ownProperties().entrySet()) {
            properties.add("--" + property.getKey() + "=" + property.getValue());
        }
        properties.add("--samsyn.data=" + data);
        properties.add("--server.port=0");
        return properties;
    }

    /** The words of the line with the job. */
    private static String[] killedInTheMiddle(List<String> properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportToBeKilled.class.getName()));
        command.addAll(properties);
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = program.inputReader()) {
            String[] job = next(said, "job").split(" ");
            next(said, "written");
            return job;
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static String next(BufferedReader said, String word) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
            before.add(line);
        }
        throw new AssertionError("The program ended without saying " + word + ": " + before);
    }

    private static Actor signIn(ConfigurableApplicationContext house, String username) {
        SignedInAs.thread(house.getBean(Accounts.class).loadUserByUsername(username));
        return house.getBean(Access.class).actor();
    }

    private static long stored(ConfigurableApplicationContext house, String manager, UnitId unit) {
        signIn(house, manager);
        return house.getBean(Cases.class)
                .list(unit, new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .total();
    }
}
