package se.samsyn.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.samsyn.Samsyn;
import se.samsyn.SignedInAs;
import se.samsyn.followup.ImportPermit;
import se.samsyn.kernel.InstrumentKey;

/** A program of its own that imports many cases and tells how far it has come, until somebody kills it. */
final class ImportToBeKilled {

    private static final int CASES = 20_000;

    private ImportToBeKilled() {}

    /** Prints {@code job <id> <upload> <manager> <developer>} and then {@code written} when the first cases are in the database. */
    public static void main(String[] args) throws InterruptedException {
        var house = new SpringApplicationBuilder(Samsyn.class)
                .web(WebApplicationType.NONE)
                .run(args);
        var place = ImportPlace.open(house);
        SignedInAs.thread(place.developer());
        ImportPermit permit = house.getBean(Imports.class).require(place.units());
        Upload upload = house.getBean(Uploads.class)
                .receive(
                        new ByteArrayInputStream(ImportPlace.rows(CASES).getBytes(StandardCharsets.UTF_8)),
                        permit.actor().id(),
                        place.unit().id(),
                        new InstrumentKey("boende"));
        var jobs = house.getBean(ImportJobs.class);
        UUID id = jobs.start(permit, upload, place.mapping(), place.units(), CASES);
        System.out.println(String.join(
                " ",
                "job",
                id.toString(),
                place.manager().getUsername(),
                place.developer().getUsername()));
        while (jobs.find(id, permit.actor()).done() == 0) {
            Thread.sleep(5);
        }
        System.out.println("written");
        Thread.sleep(60_000);
    }
}
