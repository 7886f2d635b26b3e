package se.samsyn.exchange.cube;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a PX keyword holds and speaks of (PX file format specification, axis version 2013, Statistics Sweden 2013, section 3, with
 * VARIABLECODE and META-ID as used by PxWeb).
 */
record PxKind(Holds holds, Of of) {

    enum Holds {
        TEXT,
        TEXTS,
        NUMBER,
        YES_NO,
        ANY
    }

    enum Of {
        TABLE,
        VARIABLE,
        VALUE,
        CONTENT,
        CELLS,
        ANY
    }

    /** A fault in one of these costs the table its meaning. */
    static final Set<String> ESSENTIAL = Set.of(
            "CHARSET",
            "CODEPAGE",
            "AXIS-VERSION",
            "LANGUAGE",
            "LANGUAGES",
            "MATRIX",
            "SUBJECT-AREA",
            "SUBJECT-CODE",
            "TITLE",
            "CONTENTS",
            "UNITS",
            "STUB",
            "HEADING",
            "CONTVARIABLE",
            "VALUES",
            "CODES",
            "DECIMALS",
            "KEYS",
            "DATA");

    private static final Map<String, PxKind> KINDS = new HashMap<>();

    static {
        put(
                Holds.TEXT,
                Of.TABLE,
                "CHARSET AXIS-VERSION CODEPAGE LANGUAGE CREATION-DATE NEXT-UPDATE PX-SERVER DIRECTORY-PATH UPDATE-FREQUENCY TABLEID"
                        + " SYNONYMS MATRIX SUBJECT-CODE SUBJECT-AREA DESCRIPTION TITLE CONTENTS CONTVARIABLE CONFIDENTIAL DATABASE"
                        + " SOURCE SURVEY LINK INFOFILE FIRST-PUBLISHED INFO DATASYMBOL1 DATASYMBOL2 DATASYMBOL3 DATASYMBOL4"
                        + " DATASYMBOL5 DATASYMBOL6 DATASYMBOLNIL DATASYMBOLSUM DATANOTESUM");
        put(Holds.NUMBER, Of.TABLE, "DECIMALS SHOWDECIMALS ROUNDING DEFAULT-GRAPH");
        put(Holds.YES_NO, Of.TABLE, "AGGREGALLOWED AUTOPEN COPYRIGHT DESCRIPTIONDEFAULT OFFICIAL-STATISTICS");
        put(Holds.TEXTS, Of.TABLE, "LANGUAGES STUB HEADING ATTRIBUTE-ID ATTRIBUTE-TEXT");
        put(Holds.TEXTS, Of.VARIABLE, "VALUES CODES HIERARCHYNAMES PARTITIONED");
        put(Holds.TEXT, Of.VARIABLE, "DOMAIN VARIABLE-TYPE VARIABLECODE MAP");
        put(Holds.NUMBER, Of.VARIABLE, "PRESTEXT HIERARCHYLEVELS HIERARCHYLEVELSOPEN");
        put(Holds.YES_NO, Of.VARIABLE, "DOUBLECOLUMN");
        put(Holds.ANY, Of.VARIABLE, "TIMEVAL HIERARCHIES KEYS ELIMINATION");
        put(Holds.TEXT, Of.CONTENT, "UNITS LAST-UPDATED STOCKFA CFPRICES CONTACT REFPERIOD BASEPERIOD");
        put(Holds.YES_NO, Of.CONTENT, "DAYADJ SEASADJ");
        put(Holds.NUMBER, Of.VALUE, "PRECISION");
        put(Holds.TEXT, Of.VALUE, "VALUENOTE VALUENOTEX NOTE NOTEX");
        put(Holds.TEXT, Of.CELLS, "CELLNOTE CELLNOTEX DATANOTECELL DATANOTE");
        put(Holds.ANY, Of.ANY, "META-ID ATTRIBUTES");
    }

    private static void put(Holds holds, Of of, String names) {
        for (String name : names.split(" ")) {
            KINDS.put(name, new PxKind(holds, of));
        }
    }

    static Optional<PxKind> of(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }
}
