package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.Access;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.ImportPermit;
import se.samsyn.followup.ImportProgress;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Problem;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.Where;

@SpringBootTest(properties = "samsyn.data=target/import-jobs")
@ExtendWith(OutputCaptureExtension.class)
class ImportJobsIT {

    private static final String SECRET = "Anna Ek 19121212";

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Uploads uploads;

    private ImportPlace place;
    private ImportPermit permit;

    @BeforeEach
    void open() {
        place = ImportPlace.open(house);
        SignedInAs.thread(place.developer());
        permit = house.getBean(Imports.class).require(place.units());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** What an import may throw. */
    interface Failing {
        void fail() throws IOException;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(ImportJob.Fault.DATABASE, () -> {
                    throw new DataAccessResourceFailureException(SECRET);
                }),
                failure(ImportJob.Fault.BUSY, () -> {
                    throw new DuplicateKeyException(SECRET);
                }),
                failure(ImportJob.Fault.FILE, () -> {
                    throw new IOException(SECRET);
                }),
                failure(ImportJob.Fault.UNEXPECTED, () -> {
                    throw new IllegalStateException(SECRET);
                }));
    }

    private static Arguments failure(ImportJob.Fault fault, Failing failing) {
        return Arguments.of(fault, failing);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverFailsEndsTheJobWithAReasonAndWithoutTheFile(
            ImportJob.Fault fault, Failing failing, CapturedOutput output) throws Exception {
        var jobs = jobs(failing);
        Upload upload = uploaded();

        ImportJob ended = ended(jobs, jobs.start(permit, upload, place.mapping(), place.units(), 1));

        assertThat(ended.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(ended.outcome().fault()).contains(fault);
        assertThat(upload.file()).doesNotExist();
        assertThat(place.stored()).isZero();
        assertThat(output).contains("Import " + ended.id() + " failed").doesNotContain(SECRET);
    }

    @Test
    void startingTwiceIsOneJob() throws Exception {
        var go = new CountDownLatch(1);
        var jobs = jobs(() -> waitFor(go));
        Upload upload = uploaded();

        UUID first = jobs.start(permit, upload, place.mapping(), place.units(), 1);
        UUID second = jobs.start(permit, upload, place.mapping(), place.units(), 1);
        go.countDown();

        assertThat(second).isEqualTo(first);
        assertThat(ended(jobs, first).outcome().cases().added()).isEqualTo(1);
        assertThat(jobs.start(permit, upload, place.mapping(), place.units(), 1))
                .isEqualTo(first);
        assertThat(place.stored()).isEqualTo(1);
    }

    @Test
    void aCancelledJobLeavesNeitherCasesNorFile() throws Exception {
        var go = new CountDownLatch(1);
        var jobs = jobs(() -> waitFor(go));
        Upload upload = uploaded(ImportPlace.rows(1200));

        UUID id = jobs.start(permit, upload, place.mapping(), place.units(), 1200);
        jobs.cancel(id, permit.actor());
        go.countDown();

        assertThat(ended(jobs, id).state()).isEqualTo(ImportJob.State.CANCELLED);
        assertThat(place.stored()).isZero();
        assertThat(upload.file()).doesNotExist();
    }

    @Test
    void anOrderlyStopInterruptsTheJobAndKeepsTheFile() throws Exception {
        var go = new CountDownLatch(1);
        var jobs = jobs(() -> waitFor(go));
        Upload upload = uploaded(ImportPlace.rows(600));
        UUID id = jobs.start(permit, upload, place.mapping(), place.units(), 600);

        Thread stop = Thread.ofPlatform().start(jobs::destroy);
        for (int i = 0; i < 500 && stop.getState() != Thread.State.TIMED_WAITING; i++) {
            Thread.sleep(10);
        }
        go.countDown();
        stop.join();

        ImportJob job = jobs.find(id, permit.actor());
        assertThat(job.state()).isEqualTo(ImportJob.State.INTERRUPTED);
        assertThat(job.mayRunAgain()).isTrue();
        assertThat(upload.file()).exists();
        assertThat(place.stored()).isZero();
        UUID late = jobs.start(permit, uploaded(), place.mapping(), place.units(), 1);
        assertThat(jobs.find(late, permit.actor()).state()).isEqualTo(ImportJob.State.INTERRUPTED);
    }

    @Test
    void resultsThatAreHeldAreNotCountedAnewByAnImport() throws Exception {
        var jobs = jobs(() -> {});
        ended(jobs, jobs.start(permit, uploaded(), place.mapping(), place.units(), 1));
        var set = new InstrumentKey("boende");
        var nation = new Where.Area(PlaceCode.NATION);
        assertThat(house.getBean(Results.class).keys(set, nation, new Span.AllYears()))
                .isNotEmpty();

        ImportJob second =
                ended(jobs, jobs.start(permit, uploaded(ImportPlace.rows(2)), place.mapping(), place.units(), 2));

        assertThat(second.outcome().cases().added()).isEqualTo(1);
        assertThat(jobs.resultsFrom(second).orElseThrow())
                .isAfter(second.ended().orElseThrow());
    }

    @Test
    void movingTheOpeningPastTheStoredClosingIsAProblemOfItsRow() throws Exception {
        Mapping closing = place.mapping().with(Trait.CLOSED, Origin.constant("2025-03-01"));
        var jobs = jobs(() -> {});
        ended(jobs, jobs.start(permit, uploaded(ImportPlace.rows(2)), closing, place.units(), 2));
        SignedInAs.thread(place.developer());
        Upload moved = uploaded(
                ImportPlace.HEADER + "R-0;kvinna;2025-02-10;2025-02-10;1\nR-1;kvinna;2025-06-01;2025-06-01;1\n");

        DryRun run = house.getBean(Uploads.class)
                .read(moved, file -> house.getBean(Imports.class).tryOut(file, place.mapping(), place.units()));
        ImportJob job = ended(jobs, jobs.start(permit, moved, place.mapping(), place.units(), 2));

        assertThat(run.problems())
                .containsExactly(
                        Problem.ofCell(ImportFault.OPENED_AFTER_CLOSING, 3, "öppnat", "2025-06-01", "2025-03-01"));
        assertThat(job.state()).isEqualTo(ImportJob.State.REFUSED);
    }

    @Test
    void aJobWhoseEndCouldNotBeWrittenIsEndedByTheNextTidying() {
        var store = house.getBean(JobStore.class);
        var id = UUID.randomUUID();
        Upload upload = uploaded();
        store.begin(id, permit.actor().id(), upload, 1, Clock.systemUTC().instant());

        house.getBean(ImportJobs.class).tidy();

        ImportJob job = house.getBean(ImportJobs.class).find(id, permit.actor());
        assertThat(job.state()).isEqualTo(ImportJob.State.INTERRUPTED);
        assertThat(job.mayRunAgain()).isTrue();
        assertThat(upload.file()).exists();
    }

    @Test
    void tidyingDeletesFilesOlderThanADayAndNoOthers() throws Exception {
        Path old = uploaded().file();
        Path fresh = uploaded().file();
        Files.setLastModifiedTime(old, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(25))));

        house.getBean(ImportJobs.class).tidy();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    private static void waitFor(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Upload uploaded() {
        return uploaded(ImportPlace.rows(1));
    }

    private Upload uploaded(String text) {
        return uploads.receive(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                permit.actor().id(),
                place.unit().id(),
                new InstrumentKey("boende"));
    }

    private static ImportJob ended(ImportJobs jobs, UUID id, ImportPermit permit) throws InterruptedException {
        for (int i = 0; i < 300 && jobs.find(id, permit.actor()).running(); i++) {
            Thread.sleep(50);
        }
        return jobs.find(id, permit.actor());
    }

    private ImportJob ended(ImportJobs jobs, UUID id) throws InterruptedException {
        return ended(jobs, id, permit);
    }

    /** Jobs whose imports first do something else. */
    private ImportJobs jobs(Failing first) {
        var imports =
                new Imports(
                        house.getBean(CaseImport.class),
                        house.getBean(Instruments.class),
                        house.getBean(Organisations.class),
                        house.getBean(Access.class),
                        house.getBean(MappingStore.class),
                        house.getBean(PersonKeys.class),
                        house.getBean(Meanings.class),
                        house.getBean(Clock.class)) {
                    @Override
                    public ImportResult run(
                            ImportPermit permit, Path file, Mapping mapping, List<Unit> units, ImportProgress progress)
                            throws IOException {
                        first.fail();
                        return super.run(permit, file, mapping, units, progress);
                    }
                };
        return new ImportJobs(
                imports,
                uploads,
                house.getBean(JobStore.class),
                house.getBean(Results.class),
                house.getBean(Clock.class));
    }
}
