package se.samsyn.exchange.opendata;

import tools.jackson.databind.JsonNode;

/** Kolada's lists: what each is called in an address, and how a row of it is told from a row of another. */
enum KoladaKind {
    KPI("/kpi") {
        @Override
        boolean matches(JsonNode row) {
            return hasNot(row, "members", "kpi") && (row.has("municipality_type") || row.has("is_divided_by_gender"));
        }
    },
    PLACE("/municipality") {
        @Override
        boolean matches(JsonNode row) {
            return hasNot(row, "members", "kpi", "municipality_type", "municipality") && row.has("type");
        }
    },
    KPI_GROUP("/kpi_groups") {
        @Override
        boolean matches(JsonNode row) {
            return row.has("members") && !startsWithDigit(row);
        }
    },
    PLACE_GROUP("/municipality_groups") {
        @Override
        boolean matches(JsonNode row) {
            return row.has("members") && startsWithDigit(row);
        }
    },
    UNIT("/ou") {
        @Override
        boolean matches(JsonNode row) {
            return hasNot(row, "members", "kpi", "values") && row.has("municipality");
        }
    },
    PLACE_VALUES("/data") {
        @Override
        boolean matches(JsonNode row) {
            return row.has("kpi") && !row.has("ou");
        }
    },
    UNIT_VALUES("/oudata") {
        @Override
        boolean matches(JsonNode row) {
            return row.has("kpi") && row.has("ou");
        }
    };

    private final String path;

    KoladaKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    abstract boolean matches(JsonNode row);

    private static boolean hasNot(JsonNode row, String... names) {
        for (String name : names) {
            if (row.has(name)) {
                return false;
            }
        }
        return true;
    }

    /** Members are indicators, whose ids start with a letter, or places, whose ids are digits; an empty group counts as places. */
    private static boolean startsWithDigit(JsonNode row) {
        JsonNode first = row.path("members").path(0);
        String id = Fields.text(first.isObject() ? first.path("id") : first);
        return id.isEmpty() || Character.isDigit(id.charAt(0));
    }
}
