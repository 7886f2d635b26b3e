package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers made by chance, with groupings that overlap and people in no group, each released twice: other tables, and the same rows read anew in between. Nobody
 * who has both releases comes at few persons by subtracting shown cells from a shown cell.
 */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.engine.memory=512"})
@AutoConfigureMockMvc
class ReleasedByChanceIT extends RegisterPages {

    private static final int REGISTERS = 12;
    private static final int TOWNS = 6;
    private static final int LEAST = 5;
    private static final List<String> TABLES =
            List.of("stad:g1", "stad:g2, kon", "stad:g1, kon", "kon, stad:*", "stad", "stad:g2", "stad, kon\nstad:g1");

    @TempDir
    static Path data;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void ownPlace(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("samsyn.data", data::toString);
    }

    /** A person: sex and town; a town of -1 is not known. */
    private record Person(int sex, int town) {}

    /** Which towns each group of a grouping has, by the group's number. */
    private record Grouping(String label, Map<Integer, List<Integer>> groups) {

        static Grouping of(String label, SplittableRandom random) {
            Map<Integer, List<Integer>> groups = new HashMap<>();
            for (int town = 0; town < TOWNS; town++) {
                int group = random.nextInt(3);
                if (group > 0) {
                    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(town);
                }
            }
            return new Grouping(label, groups.isEmpty() ? Map.of(1, List.of(0)) : groups);
        }

        String lines() {
            StringBuilder lines = new StringBuilder();
            groups.forEach((group, towns) -> towns.forEach(
                    town -> lines.append("stad;;;t%d;;%s;Grupp %s%d%n".formatted(town, label, label, group))));
            return lines.toString();
        }
    }

    @Test
    void nobodyIsToldByWhatIsShownInTwoReleases() throws Exception {
        session = as("analytiker");
        int released = 0;
        for (int seed = 0; seed < REGISTERS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            jdbc.sql("delete from table_release").update();
            List<Person> persons = persons(random);
            List<Grouping> groupings = List.of(Grouping.of("Ett", random), Grouping.of("Två", random));
            for (int time = 0; time < 2; time++) {
                importRegister(rows(persons), codebook(groupings))
                        .andExpect(content().string(containsString("%d rader".formatted(persons.size()))));
                released += release(TABLES.get(random.nextInt(TABLES.size())), "Nr " + time) ? 1 : 0;
            }
            holds(shown(), persons, "register " + seed);
        }
        assertThat(released).isGreaterThan(REGISTERS);
    }

    private static List<Person> persons(SplittableRandom random) {
        List<Person> persons = new ArrayList<>();
        for (int town = -1; town < TOWNS; town++) {
            int size = random.nextInt(5) < 2 ? 1 + random.nextInt(4) : 20 + random.nextInt(60);
            for (int k = 0; k < (town < 0 ? random.nextInt(7) : size); k++) {
                persons.add(new Person(1 + random.nextInt(2), town));
            }
        }
        return persons;
    }

    private static String rows(List<Person> persons) {
        StringBuilder rows = new StringBuilder("id;kon;stad\n");
        for (int at = 0; at < persons.size(); at++) {
            int town = persons.get(at).town();
            rows.append("p%d;%d;%s%n".formatted(at, persons.get(at).sex(), town < 0 ? "" : "t" + town));
        }
        return rows.toString();
    }

    private static String codebook(List<Grouping> groupings) {
        StringBuilder codebook = new StringBuilder("""
                variabel;etikett;slag;kod;kodetikett;indelning;grupp
                id;Person;person;;;;
                kon;Kön;kategori;;;;
                kon;;;1;Kvinna;;
                kon;;;2;Man;;
                stad;Stad;kategori;;;;
                """);
        IntStream.range(0, TOWNS).forEach(town -> codebook.append("stad;;;t%d;Stad %d;;%n".formatted(town, town)));
        groupings.forEach(grouping -> codebook.append(grouping.lines()));
        return codebook.toString();
    }

    /** Whether the tables could be released. */
    private boolean release(String tables, String name) throws Exception {
        String draft = redirect(post("/slapp")
                .param("data", "prov")
                .param("tabeller", tables)
                .session(session)
                .with(csrf()));
        String page = read(draft).andReturn().getResponse().getContentAsString();
        if (!page.contains("Släpp tabellerna")) {
            return false;
        }
        redirect(post(draft).param("namn", name).session(session).with(csrf()));
        return true;
    }

    /** The names of the cells that any release shows, with their counts. */
    private Map<String, Long> shown() {
        Map<String, Long> shown = new HashMap<>();
        for (String cells : jdbc.sql("select cells from table_release")
                .query((row, _) -> row.getString("cells"))
                .list()) {
            JsonMapper.shared().readTree(cells).properties().forEach(cell -> {
                if (!cell.getValue().isNull()) {
                    shown.put(cell.getKey(), cell.getValue().asLong());
                }
            });
        }
        return shown;
    }

    /** The groups by their names in cells, as the register has them today. */
    private Map<String, List<String>> towns() {
        String codebook = jdbc.sql("select codebook from register_register where key = 'prov'")
                .query((row, _) -> row.getString("codebook"))
                .single();
        Map<String, List<String>> towns = new HashMap<>();
        JsonMapper.shared()
                .readTree(codebook)
                .path("fields")
                .forEach(field -> field.path("groupings").forEach(grouping -> {
                    List<String> rest = new ArrayList<>();
                    IntStream.range(0, TOWNS).forEach(town -> rest.add("t" + town));
                    String prefix = field.path("key").asString() + ":"
                            + grouping.path("key").asString() + "=";
                    grouping.path("groups").forEach(group -> {
                        List<String> members = new ArrayList<>();
                        group.path("codes").forEach(code -> members.add("t" + code.asInt()));
                        towns.put(prefix + group.path("key").asString(), members);
                        rest.removeAll(members);
                    });
                    towns.put(prefix + "*", rest);
                }));
        return towns;
    }

    private void holds(Map<String, Long> shown, List<Person> persons, String what) {
        Map<String, List<String>> towns = towns();
        List<BitSet> cells = new ArrayList<>();
        shown.forEach((name, count) -> {
            BitSet cell = new BitSet();
            IntStream.range(0, persons.size())
                    .filter(at -> isIn(persons.get(at), name, towns))
                    .forEach(cell::set);
            assertThat((long) cell.cardinality()).as("%s: %s", what, name).isEqualTo(count);
            cells.add(cell);
        });
        Set<BitSet> few = few(persons, towns);
        for (BitSet whole : cells) {
            for (int one = 0; one < cells.size(); one++) {
                BitSet left = without(whole, cells.get(one));
                assertThat(few).as(what).doesNotContain(left);
                for (int other = one + 1; other < cells.size() && !left.isEmpty(); other++) {
                    assertThat(few).as(what).doesNotContain(without(left, cells.get(other)));
                }
            }
        }
    }

    /** Everybody of a town, a group, what is in none, or what is between two groups, of one sex or both, where they are few. */
    private static Set<BitSet> few(List<Person> persons, Map<String, List<String>> groups) {
        Set<Set<String>> families = new HashSet<>(Set.of(Set.of("-")));
        IntStream.range(0, TOWNS).forEach(town -> families.add(Set.of("t" + town)));
        groups.forEach((name, towns) -> {
            if (name.endsWith("=*")) {
                Set<String> unknownToo = new HashSet<>(towns);
                unknownToo.add("-");
                families.add(unknownToo);
            }
        });
        groups.values()
                .forEach(one -> groups.values().forEach(other -> {
                    Set<String> left = new HashSet<>(one);
                    left.removeAll(other);
                    families.add(left);
                    families.add(Set.copyOf(one));
                }));
        Set<BitSet> few = new HashSet<>();
        for (Set<String> family : families) {
            for (int sex = 0; sex <= 2; sex++) {
                int wanted = sex;
                BitSet found = new BitSet();
                IntStream.range(0, persons.size())
                        .filter(at -> wanted == 0 || persons.get(at).sex() == wanted)
                        .filter(at -> family.contains(town(persons.get(at))))
                        .forEach(found::set);
                if (!found.isEmpty() && found.cardinality() < LEAST) {
                    few.add(found);
                }
            }
        }
        return few;
    }

    private static String town(Person person) {
        return person.town() < 0 ? "-" : "t" + person.town();
    }

    /** What is left when a part is taken away; nothing where it is no part. */
    private static BitSet without(BitSet whole, BitSet part) {
        BitSet left = (BitSet) whole.clone();
        left.and(part);
        boolean within = !part.isEmpty() && left.equals(part);
        left = (BitSet) whole.clone();
        left.andNot(part);
        return within ? left : new BitSet();
    }

    private static boolean isIn(Person person, String name, Map<String, List<String>> towns) {
        for (String part : name.isEmpty() ? new String[0] : name.split(";")) {
            String town = town(person);
            boolean in = part.startsWith("kon=")
                    ? part.equals("kon=" + person.sex())
                    : part.equals("stad=" + town)
                            || towns.getOrDefault(part, List.of()).contains(town);
            if (!in) {
                return false;
            }
        }
        return true;
    }
}
