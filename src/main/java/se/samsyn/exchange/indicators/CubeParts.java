package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.Role;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.SexPart;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** Which dimension of a table is what, and what each of its categories means here. Finds out all that is wrong before it gives up. */
final class CubeParts {

    private static final int NONE = -1;

    private final Cube cube;
    private final PlaceFinder places;
    private final Troubles troubles;
    private final List<String> remarks;

    private int region = NONE;
    private int time = NONE;
    private int measure = NONE;
    private int sex = NONE;
    private int group = NONE;
    private final List<Integer> single = new ArrayList<>();
    private final List<Optional<Where>> wheres = new ArrayList<>();
    private final List<Integer> years = new ArrayList<>();
    private final List<Optional<SexPart>> sexes = new ArrayList<>();
    private final List<String> groupCodes = new ArrayList<>();
    private final List<Indicator.Group> groups = new ArrayList<>();

    private CubeParts(Cube cube, PlaceFinder places, Troubles troubles, List<String> remarks) {
        this.cube = cube;
        this.places = places;
        this.troubles = troubles;
        this.remarks = remarks;
    }

    /**
     * Looks through a table.
     *
     * @param about the place of a table that is not divided by place
     */
    static CubeParts of(
            Cube cube, Optional<PlaceCode> about, PlaceFinder places, Troubles troubles, List<String> remarks) {
        var parts = new CubeParts(cube, places, troubles, remarks);
        parts.find(about);
        parts.readPlaces(about);
        parts.readYears();
        parts.readSexes();
        parts.readGroups();
        return parts;
    }

    private void find(Optional<PlaceCode> about) {
        measure = first(dimension -> dimension.role() == Role.MEASURE);
        time = first(dimension -> dimension.role() == Role.TIME);
        if (time == NONE) {
            time = first(CubeWords::saysTime);
        }
        if (time == NONE) {
            time = first(dimension -> dimension.categories().stream()
                    .allMatch(each -> CubeWords.year(each).isPresent()));
        }
        sex = first(dimension -> CubeWords.saysSex(dimension) || CubeWords.partsBySex(dimension));
        region = first(dimension -> dimension.role() == Role.REGION && anyPlace(dimension));
        if (region == NONE) {
            region = first(dimension -> CubeWords.saysPlace(dimension) && anyPlace(dimension));
        }
        if (region == NONE) {
            region = first(this::allPlaces);
        }
        if (region == NONE && about.isEmpty()) {
            region = first(dimension -> dimension.role() == Role.REGION || CubeWords.saysPlace(dimension));
        }
        List<Integer> rest = IntStream.range(0, cube.dimensions().size())
                .filter(this::free)
                .boxed()
                .toList();
        rest.stream().filter(at -> size(at) == 1).forEach(single::add);
        List<Integer> divided = rest.stream().filter(at -> size(at) > 1).toList();
        if (divided.size() > 1) {
            troubles.add(
                    "Tabellen är utöver plats, år och kön delad på %s. Samsyn tar emot en sådan indelning. Hämta tabellen igen med ett enda värde, helst totalt, för alla av dem utom en."
                            .formatted(String.join(
                                    ", ",
                                    divided.stream()
                                            .map(at -> "”"
                                                    + CubeWords.name(
                                                            cube.dimensions().get(at)) + "”")
                                            .toList())));
        }
        group = divided.size() == 1 ? divided.getFirst() : NONE;
    }

    private int size(int at) {
        return cube.dimensions().get(at).size();
    }

    private boolean free(int at) {
        return at != region && at != time && at != measure && at != sex;
    }

    private int first(Predicate<Dimension> wanted) {
        return IntStream.range(0, cube.dimensions().size())
                .filter(this::free)
                .filter(at -> wanted.test(cube.dimensions().get(at)))
                .findFirst()
                .orElse(NONE);
    }

    private PlaceFinder.Found place(Category category) {
        return places.find(category.code(), CubeWords.name(category));
    }

    private boolean anyPlace(Dimension dimension) {
        return dimension.categories().stream().anyMatch(each -> !(place(each) instanceof PlaceFinder.Found.Unknown));
    }

    private boolean allPlaces(Dimension dimension) {
        return dimension.categories().stream().allMatch(each -> place(each) instanceof PlaceFinder.Found.Known);
    }

    private void readPlaces(Optional<PlaceCode> about) {
        if (region == NONE) {
            if (about.isEmpty()) {
                troubles.add(
                        "Tabellen har ingen variabel för plats. Ange vilken plats alla värden gäller (SE för riket), eller hämta tabellen igen med region.");
            }
            about.ifPresent(code -> wheres.add(Optional.of(new Where.Area(code))));
            return;
        }
        var unknown = new Leftover();
        for (Category category : cube.dimensions().get(region).categories()) {
            String named = CubeWords.name(category);
            String told = category.code().equals(named) ? named : category.code() + " " + named;
            switch (place(category)) {
                case PlaceFinder.Found.Known known -> wheres.add(Optional.of(known.where()));
                case PlaceFinder.Found.LostZero(String likely) -> {
                    troubles.add(
                            "Platsen ”%s” kan vara %s som tappat sin första nolla. Koder är text: spara tabellen igen med nollan kvar."
                                    .formatted(told, likely));
                    wheres.add(Optional.empty());
                }
                case PlaceFinder.Found.Unknown _ -> {
                    unknown.add(told);
                    wheres.add(Optional.empty());
                }
            }
        }
        if (unknown.size() == wheres.size()) {
            troubles.add(
                    "Ingen av platserna är en svensk kommun, ett län eller riket: %s. Koderna ska ha fyra eller två siffror, eller vara 00 för riket."
                            .formatted(unknown.told()));
        } else {
            unknown.tell("%d platser utelämnas, eftersom de inte finns i platsregistret: %s.", remarks::add);
        }
    }

    private void readYears() {
        if (time == NONE) {
            troubles.add("Tabellen har ingen variabel för tid. Hämta den igen med år.");
            return;
        }
        var strange = new Leftover();
        for (Category category : cube.dimensions().get(time).categories()) {
            OptionalInt year = CubeWords.year(category);
            year.ifPresentOrElse(years::add, () -> strange.add(category.code()));
        }
        strange.tell(
                "Tiden är inte hela år (%d perioder: %s). Samsyn har värden per år: hämta en tabell med årsvärden, eller räkna om månader och kvartal till år innan den läses in.",
                troubles::add);
        if (strange.size() == 0 && new HashSet<>(years).size() < years.size()) {
            troubles.add("Samma år finns två gånger i tabellen.");
        }
    }

    private void readSexes() {
        if (sex == NONE) {
            return;
        }
        Dimension dimension = cube.dimensions().get(sex);
        var strange = new Leftover();
        for (Category category : dimension.categories()) {
            Optional<SexPart> part = CubeWords.sex(category);
            sexes.add(part);
            if (part.isEmpty()) {
                strange.add(CubeWords.name(category));
            }
        }
        List<SexPart> known = sexes.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            troubles.add(
                    "Variabeln ”%s” har inga värden som säger kvinnor, män eller totalt: %s. Skriv ut orden, eller K, M och T."
                            .formatted(CubeWords.name(dimension), strange.told()));
        } else if (Set.copyOf(known).size() < known.size()) {
            troubles.add("Två värden i variabeln ”%s” betyder samma kön.".formatted(CubeWords.name(dimension)));
        } else {
            strange.tell(
                    "%d värden för kön utelämnas, eftersom de varken är kvinnor, män eller totalt: %s.", remarks::add);
        }
    }

    private void readGroups() {
        if (group == NONE) {
            return;
        }
        Map<String, Integer> taken = new HashMap<>();
        boolean total = false;
        for (Category category : cube.dimensions().get(group).categories()) {
            if (!total && CubeWords.isTotal(category)) {
                total = true;
                groupCodes.add("");
            } else {
                String code = Keys.group(category.code());
                int times = taken.merge(code, 1, Integer::sum);
                String own = times == 1 ? code : Keys.group(code + "." + times);
                groupCodes.add(own);
                groups.add(new Indicator.Group(own, CubeWords.name(category)));
            }
        }
    }

    Cube cube() {
        return cube;
    }

    boolean bySex() {
        return sexes.contains(Optional.of(SexPart.WOMEN)) && sexes.contains(Optional.of(SexPart.MEN));
    }

    List<Indicator.Group> groups() {
        return groups;
    }

    /** The measures, or one empty one where there is none. */
    List<Optional<Category>> measures() {
        return measure == NONE
                ? List.of(Optional.empty())
                : cube.dimensions().get(measure).categories().stream()
                        .map(Optional::of)
                        .toList();
    }

    /** Dimensions with one category, as {@code name: category}. */
    List<String> fixed() {
        return single.stream()
                .map(at -> cube.dimensions().get(at))
                .map(each -> CubeWords.name(each) + ": "
                        + CubeWords.name(each.categories().getFirst()))
                .toList();
    }

    int measureAt(int[] place) {
        return measure == NONE ? 0 : place[measure];
    }

    Optional<Where> whereAt(int[] place) {
        return wheres.get(region == NONE ? 0 : place[region]);
    }

    int yearAt(int[] place) {
        return years.get(place[time]);
    }

    Optional<SexPart> sexAt(int[] place) {
        return sex == NONE ? Optional.of(SexPart.ALL) : sexes.get(place[sex]);
    }

    String groupAt(int[] place) {
        return group == NONE ? "" : groupCodes.get(place[group]);
    }
}
