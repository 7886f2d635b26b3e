package se.samsyn.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Case;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.DatasetBuilder;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;
import se.samsyn.web.Texts;

/** Made-up data sets for the tests of tables. */
public final class TableExamples {

    public static final InstrumentKey SET = new InstrumentKey("example");

    private TableExamples() {}

    static Words words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/table");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(new Texts(messages));
    }

    public static UnitId unit(int number) {
        return new UnitId(new UUID(0, number));
    }

    public static Variable home() {
        return new Variable(
                "home",
                new Wording("Boende", "Housing"),
                new Wording("Var bor du nu?", "Where do you live now?"),
                Kind.SINGLE,
                Theme.NEED,
                Direction.HIGHER_IS_BETTER,
                List.of(
                        category("street", "Gatan eller härbärge", "Street or shelter"),
                        category("shared", "Boende med stöd", "Housing with support"),
                        category("own", "Egen bostad", "Own home")),
                Set.of(Moment.BEFORE, Moment.DURING, Moment.CLOSURE),
                new Wording("Där personen sovit de flesta nätter senaste månaden.", "Most nights last month."));
    }

    public static Variable health() {
        return new Variable(
                "health",
                new Wording("Psykisk hälsa", "Mental health"),
                new Wording("Skattad hälsa, 0–60.", "Rated health, 0-60."),
                Kind.SCALE,
                Theme.CHANGE,
                Direction.LOWER_IS_BETTER,
                List.of(),
                Set.of(Moment.BEFORE, Moment.DURING, Moment.CLOSURE),
                new Wording("Summa av 20 frågor; högre är sämre.", "Sum of 20 items; higher is worse."));
    }

    public static Variable support() {
        return new Variable(
                "support",
                new Wording("Insatser", "Support given"),
                new Wording("Vilka insatser har personen fått?", "Which support has the person got?"),
                Kind.MULTIPLE,
                Theme.SUPPORT,
                Direction.NONE,
                List.of(
                        category("talks", "Stödsamtal", "Counselling"),
                        category("housing", "Skyddat boende", "Sheltered housing"),
                        category("children", "Stöd till barn", "Support for children"),
                        category("economy", "Ekonomiskt stöd", "Economic support")),
                Set.of(Moment.CASE),
                new Wording("Insatser som registrerats i ärendet.", "Support registered in the case."));
    }

    public static Variable opinion() {
        return new Variable(
                "opinion",
                new Wording("Stödet hjälpte mig", "The support helped me"),
                new Wording("Har stödet hjälpt dig?", "Has the support helped you?"),
                Kind.SINGLE,
                Theme.OPINION,
                Direction.NONE,
                List.of(
                        category("no", "Nej", "No"),
                        category("partly", "Delvis", "Partly"),
                        category("yes", "Ja", "Yes")),
                Set.of(Moment.CLOSURE),
                new Wording("Ställs när ärendet avslutas.", "Asked when the case is closed."));
    }

    /** Concerns closed cases alone. */
    public static Variable reason() {
        return new Variable(
                "reason",
                new Wording("Skäl till avslut", "Reason for closing"),
                new Wording("Varför avslutades ärendet?", "Why was the case closed?"),
                Kind.SINGLE,
                Theme.SUPPORT,
                Direction.NONE,
                List.of(category("done", "Klart", "Done"), category("moved", "Flyttat", "Moved")),
                Set.of(Moment.CASE),
                new Wording("Anges vid avslut.", "Given at closing."));
    }

    static Category category(String code, String sv, String en) {
        return new Category(code, new Wording(sv, en));
    }

    /**
     * A random data set.
     *
     * @param municipalities codes, each with some units
     * @param years how many years back from 2025
     * @param others the share of other or unknown sex
     * @param secret the share with protected identity
     */
    public static Dataset random(
            long seed, int cases, List<String> municipalities, int unitsEach, int years, double others, double secret) {
        Random random = new Random(seed);
        DatasetBuilder data = Dataset.of(
                        new Listed(SET, new Wording("Våld i nära relation", "Violence in close relationships")),
                        new Wording(
                                "Samsyn, uppföljning av individärenden (påhittade uppgifter)",
                                "Samsyn, follow-up of cases (made-up figures)"),
                        Instant.parse("2026-01-15T07:00:00Z"))
                .variable(home())
                .variable(health())
                .variable(support())
                .variable(opinion())
                .variable(reason())
                .place(PlaceCode.NATION, new Wording("Riket", "Sweden"));
        List<UnitId> units = new ArrayList<>();
        for (String municipality : municipalities) {
            for (int u = 0; u < unitsEach; u++) {
                UnitId id = unit(units.size() + 1);
                units.add(id);
                data.unit(new UnitPlace(id, Wording.same("Enhet " + units.size()), new PlaceCode(municipality)));
            }
        }
        for (int i = 0; i < cases; i++) {
            double skewed = random.nextDouble();
            addCase(
                    data,
                    random,
                    units.get((int) (skewed * skewed * units.size())),
                    2025 - random.nextInt(years),
                    others,
                    secret);
        }
        return data.build();
    }

    private static void addCase(
            DatasetBuilder data, Random random, UnitId unit, int year, double others, double secret) {
        Set<Step> steps = EnumSet.of(Step.OPENED);
        double keep = 0.85;
        for (Step step : Step.values()) {
            if (step != Step.OPENED && random.nextDouble() < keep) {
                steps.add(step);
            }
        }
        Sex sex = random.nextDouble() < others ? Sex.OTHER : random.nextDouble() < 0.7 ? Sex.WOMAN : Sex.MAN;
        OptionalInt born =
                random.nextDouble() < 0.03 ? OptionalInt.empty() : OptionalInt.of(year - 18 - random.nextInt(60));
        DatasetBuilder.Row row = data.row(new Case(
                unit,
                random.nextDouble() < secret ? PlaceMark.PROTECTED : PlaceMark.OPEN,
                sex,
                born,
                year,
                Step.furthest(steps),
                steps.contains(Step.CLOSED) ? Course.ENDED : Course.ONGOING));
        List<String> support = new ArrayList<>();
        for (Category one : support().categories()) {
            if (random.nextDouble() < 0.4) {
                support.add(one.code());
            }
        }
        row.chooseAll("support", Wave.CASE, support);
        if (steps.contains(Step.CLOSED)) {
            row.choose("reason", Wave.CASE, support.size() > 1 ? "done" : "moved");
        } else {
            row.blank("reason", Wave.CASE, Blank.NOT_RELEVANT);
        }
        int home = random.nextInt(3);
        double health = 20 + random.nextInt(30);
        if (steps.contains(Step.DESCRIBED_BEFORE)) {
            answer(row, random, Wave.BEFORE, home, health);
        }
        for (Wave wave : List.of(Wave.during(6), Wave.during(12))) {
            if (steps.contains(Step.FOLLOWED_UP) && random.nextDouble() < 0.7) {
                home = Math.min(2, home + (random.nextDouble() < 0.45 ? 1 : 0));
                health = Math.max(0, health - 6 + random.nextInt(9));
                answer(row, random, wave, home, health);
            }
        }
        if (steps.contains(Step.CLOSED)) {
            answer(row, random, Wave.CLOSURE, home, health);
            row.choose(
                    "opinion",
                    Wave.CLOSURE,
                    List.of("no", "partly", "yes", "yes").get(random.nextInt(4)));
        }
    }

    private static void answer(DatasetBuilder.Row row, Random random, Wave wave, int home, double health) {
        row.held(wave);
        double answered = random.nextDouble();
        if (answered < 0.9) {
            row.choose("home", wave, home().categories().get(home).code());
            row.number("health", wave, health);
        } else if (answered < 0.94) {
            row.blank("home", wave, Blank.NOT_RELEVANT);
            row.blank("health", wave, Blank.DECLINED);
        } else if (answered < 0.97) {
            row.blank("home", wave, Blank.UNKNOWN);
        }
    }
}
