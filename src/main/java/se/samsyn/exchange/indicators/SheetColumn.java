package se.samsyn.exchange.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.Sheet;

/** The columns of a file of values, with the Swedish and English names each may have. The first name is what is written. */
enum SheetColumn {
    INDICATOR("indikator", "indicator", "kpi", "nyckeltal", "key"),
    TITLE("titel", "title"),
    PLACE("plats", "place", "kommunkod", "kommun_kod", "municipality_id", "region", "platskod"),
    PLACE_NAME("platsnamn", "place_name", "kommun", "municipality", "municipality_type"),
    YEAR("ar", "år", "year", "period"),
    SEX("kon", "kön", "sex", "gender"),
    GROUP("grupp", "group"),
    GROUP_NAME("gruppnamn", "group_name"),
    VALUE("varde", "värde", "value"),
    PART("taljare", "täljare", "numerator"),
    WHOLE("namnare", "nämnare", "denominator"),
    MEMBERS("medlemmar", "members", "count"),
    STATUS("status", "mark"),
    SCALE("skala", "scale"),
    DECIMALS("decimaler", "decimals"),
    WANTED("onskat", "önskat", "wanted"),
    AREA("omrade", "område", "area", "operating_area"),
    PERSPECTIVE("perspektiv", "perspective"),
    DESCRIPTION("beskrivning", "definition", "description"),
    SOURCE("kalla", "källa", "source"),
    FETCHED("hamtad", "hämtad", "fetched");

    /** With spaces between. */
    private final String spoken;

    SheetColumn(String... names) {
        this.spoken = String.join(" ", names);
    }

    private List<String> names() {
        return List.of(spoken.split(" "));
    }

    /** What it is called where it is written. */
    String written() {
        return names().getFirst();
    }

    /** The column of this kind in a file. */
    Optional<Column> in(Sheet sheet) {
        return names().stream().flatMap(name -> sheet.find(name).stream()).findFirst();
    }

    /** Columns that are none of these. */
    static List<String> unread(Sheet sheet) {
        List<String> known =
                Stream.of(values()).flatMap(each -> each.names().stream()).toList();
        return sheet.columns().stream()
                .map(Column::name)
                .filter(name -> known.stream().noneMatch(name.strip()::equalsIgnoreCase))
                .toList();
    }
}
