package se.samsyn.indicator.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/** Reads one file of boundaries: what it is, whose surfaces it holds, and whether they can be true. */
final class BoundaryReader {

    private static final int MOST_PROBLEMS = 30;
    private static final int FIRST_MISSING = 5;

    private final Set<PlaceCode> known;
    private final List<MapProblem> problems = new ArrayList<>();
    private final List<MapProblem> warnings = new ArrayList<>();

    BoundaryReader(Set<PlaceCode> known) {
        this.known = Set.copyOf(known);
    }

    List<MapProblem> warnings() {
        return listed(warnings);
    }

    MapShape read(byte[] file) {
        refuseWhatIsNoJson(file);
        GeoJson json = GeoJsonReader.read(file);
        refuseWhatIsNoMap(json);
        CodeColumn column = CodeColumn.of(json.features(), known)
                .orElseThrow(() -> new Refusal(MapProblem.ofFile(
                        "Inget fält i filen har koder för kommuner eller län. Fälten är: %s."
                                .formatted(CodeColumn.names(json.features())),
                        "Lägg till ett fält kommun_kod med fyra siffror eller lan_kod med två.")));
        Optional<Coordinates> coordinates = Coordinates.of(json);
        if (coordinates.isEmpty()) {
            throw new Refusal(noPlaceInSweden(json));
        }
        if (coordinates.get().turned()) {
            warnings.add(MapProblem.ofFile(
                    "Koordinaterna stod med nord före öst och har vänts.", "Se efter att kartan ser rätt ut."));
        }
        var surfaces = new Surfaces(coordinates.get(), problems, warnings);
        for (GeoJson.Feature feature : json.features()) {
            code(feature, column).ifPresent(code -> surfaces.take(code, feature));
        }
        surfaces.finish();
        Level level = level(surfaces.codes());
        refuseProblems();
        warnOfMissing(level, surfaces.codes());
        return Simplification.draw(level, surfaces.surfaces());
    }

    private static void refuseWhatIsNoJson(byte[] file) {
        if (file.length > Boundaries.MOST_BYTES) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen är större än %d MB.".formatted(Boundaries.MOST_BYTES / 1024 / 1024),
                    "Spara en förenklad (generaliserad) karta."));
        }
        String head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            throw new Refusal(MapProblem.ofFile("Filen är tom.", "Hämta den igen."));
        }
        if (head.startsWith("<")) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen är en webbsida eller XML, ingen GeoJSON.",
                    "Hämta själva filen; ofta leder länken till en sida om den."));
        }
        if (head.startsWith("pk")) {
            throw new Refusal(MapProblem.ofFile("Filen är ett ZIP-arkiv.", "Packa upp det och läs in GeoJSON-filen."));
        }
    }

    private static void refuseWhatIsNoMap(GeoJson json) {
        if (json.type().equals("Topology")) {
            throw new Refusal(MapProblem.ofFile("Filen är TopoJSON.", "Spara kartan som GeoJSON."));
        }
        if (!json.type().equals("FeatureCollection")) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen är ingen GeoJSON av slaget FeatureCollection.", "Spara kartan som GeoJSON och läs in den."));
        }
        if (json.features().isEmpty()) {
            throw new Refusal(MapProblem.ofFile("Filen har inga objekt.", "Välj en karta med kommuner eller län."));
        }
        if (!json.system().isEmpty() && !Coordinates.knows(json.system())) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen har koordinatsystemet %s.".formatted(json.system()),
                    "Spara kartan i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006)."));
        }
    }

    private static MapProblem noPlaceInSweden(GeoJson json) {
        boolean surfaces = json.features().stream()
                .anyMatch(feature -> !feature.geometry().polygons().isEmpty());
        return surfaces
                ? MapProblem.ofFile(
                        "Ingen punkt i filen ligger i Sverige.",
                        "Spara kartan i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006).")
                : MapProblem.ofFile(
                        "Filen har inga ytor, bara punkter, linjer eller objekt utan form.",
                        "Välj en karta där kommunerna eller länen är ytor (Polygon eller MultiPolygon).");
    }

    private Optional<PlaceCode> code(GeoJson.Feature feature, CodeColumn column) {
        String value = column.value(feature);
        Optional<PlaceCode> code = CodeColumn.code(value).filter(known::contains);
        if (code.isEmpty()) {
            String where = "Objekt " + feature.number();
            problems.add(
                    value.isBlank()
                            ? new MapProblem(
                                    where,
                                    "Fältet %s är tomt.".formatted(column.property()),
                                    "Skriv platsens kod eller ta bort objektet.")
                            : new MapProblem(
                                    where,
                                    "%s är ingen kommun och inget län (fältet %s).".formatted(value, column.property()),
                                    "Rätta koden eller ta bort objektet. Kartan ska ha den indelning som gäller nu."));
        }
        return code;
    }

    private Level level(Set<PlaceCode> codes) {
        List<Level> levels = codes.stream().map(PlaceCode::level).distinct().toList();
        if (levels.size() > 1) {
            problems.add(MapProblem.ofFile(
                    "Filen blandar kommuner och län.",
                    "Spara kommunerna och länen i var sin fil och läs in en i taget."));
        }
        return levels.isEmpty() ? Level.MUNICIPALITY : levels.getFirst();
    }

    private void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Refusal(listed(problems));
        }
    }

    private void warnOfMissing(Level level, Set<PlaceCode> found) {
        var missing =
                known.stream().filter(code -> code.level() == level).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(new HashSet<>(found));
        if (!missing.isEmpty()) {
            String first =
                    missing.stream().limit(FIRST_MISSING).map(PlaceCode::value).collect(Collectors.joining(", "));
            warnings.add(MapProblem.ofFile(
                    "%d %s saknas: %s%s."
                            .formatted(
                                    missing.size(),
                                    level == Level.REGION ? "län" : missing.size() == 1 ? "kommun" : "kommuner",
                                    first,
                                    missing.size() > FIRST_MISSING ? " med flera" : ""),
                    "De ritas inte. Läs in en karta över hela landet om de ska vara med."));
        }
    }

    private static List<MapProblem> listed(List<MapProblem> all) {
        if (all.size() <= MOST_PROBLEMS) {
            return List.copyOf(all);
        }
        var listed = new ArrayList<>(all.subList(0, MOST_PROBLEMS));
        listed.add(MapProblem.ofFile(
                "Det finns %d till.".formatted(all.size() - MOST_PROBLEMS), "Rätta de första och läs in filen igen."));
        return listed;
    }
}
