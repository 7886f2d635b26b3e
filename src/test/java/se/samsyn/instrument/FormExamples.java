package se.samsyn.instrument;

/** Small forms to test with. */
public final class FormExamples {

    private FormExamples() {}

    /** One question of each type, a skip rule over two steps, and a scale with a reversed item and a subscale. */
    public static Form everyType() {
        return FormJson.read(EVERY_TYPE);
    }

    static final String EVERY_TYPE = """
            {
              "samsyn": "instrument/1",
              "key": "prov",
              "title": {"sv": "Prov", "en": "Trial"},
              "description": {"sv": "Ett formulär att prova med.", "en": "A form to try with."},
              "localLimit": 2,
              "questions": [
                {"key": "h_bakgrund", "type": "heading", "text": {"sv": "Bakgrund", "en": "Background"}},
                {"key": "vag_in", "type": "single", "theme": "meet", "phases": ["before"], "required": true,
                 "special": ["unknown"], "text": {"sv": "Väg in", "en": "Way in"}, "why": {"sv": "För att se var vi når folk."},
                 "options": [{"code": "egen", "label": {"sv": "Egen ansökan", "en": "Own application"}},
                             {"code": "anmalan", "label": {"sv": "Anmälan", "en": "Report"}}]},
                {"key": "anmalare", "type": "text", "theme": "meet", "phases": ["before"], "longest": 20, "special": [],
                 "text": {"sv": "Vem anmälde?"}, "why": {"sv": "För att se vilka som uppmärksammar."},
                 "showIf": {"all": [{"variable": "vag_in", "operator": "is", "answer": "anmalan"}]}},
                {"key": "anmalare_ater", "type": "yes-no", "theme": "meet", "phases": ["before"],
                 "text": {"sv": "Har anmälaren fått återkoppling?"}, "why": {"sv": "För att se om vi återkopplar."},
                 "showIf": {"any": [{"variable": "anmalare", "operator": "answered"}]}},
                {"key": "h_behov", "type": "heading", "text": {"sv": "Behov", "en": "Needs"}},
                {"key": "behov", "type": "multiple", "theme": "need", "phases": ["before", "after"],
                 "text": {"sv": "Behov"}, "why": {"sv": "För att se behoven."},
                 "options": [{"code": "bostad", "label": {"sv": "Bostad"}}, {"code": "arbete", "label": {"sv": "Arbete"}},
                             {"code": "none", "label": {"sv": "Inget av detta"}}]},
                {"key": "barn", "type": "number", "theme": "meet", "phases": ["before"], "low": 0, "high": 15,
                 "unit": {"sv": "barn", "en": "children"}, "text": {"sv": "Antal barn"}, "why": {"sv": "För att se barnen."}},
                {"key": "vikt", "type": "number", "theme": "need", "phases": ["before"], "low": 0.5, "high": 99.5, "decimals": 1,
                 "text": {"sv": "Vikt"}, "why": {"sv": "För provet."}},
                {"key": "start", "type": "date", "theme": "support", "phases": ["before"],
                 "text": {"sv": "När?"}, "why": {"sv": "För tiden."}},
                {"key": "nasta", "type": "date", "theme": "support", "phases": ["before"], "future": true,
                 "text": {"sv": "När nästa?"}, "why": {"sv": "För tiden."}},
                {"key": "mar", "type": "scale", "theme": "change", "phases": ["before", "closure", "after"], "low": 0, "high": 10,
                 "lowLabel": {"sv": "Mycket dåligt"}, "highLabel": {"sv": "Mycket bra"}, "direction": "higher-is-better",
                 "text": {"sv": "Hur mår du?"}, "why": {"sv": "För att se förändring."}},
                {"key": "kansla", "type": "matrix", "theme": "change", "phases": ["before", "after"],
                 "text": {"sv": "Hur ofta känner du dig ...?"}, "why": {"sv": "För att se förändring."},
                 "rows": [{"key": "lugn", "label": {"sv": "lugn", "en": "calm"}}, {"key": "orolig", "label": {"sv": "orolig"}},
                          {"key": "trott", "label": {"sv": "trött"}}],
                 "options": [{"code": "0", "label": {"sv": "Aldrig"}}, {"code": "1", "label": {"sv": "Ibland"}},
                             {"code": "2", "label": {"sv": "Ofta"}}]}
              ],
              "scales": [
                {"key": "oro", "title": {"sv": "Oro"}, "items": ["lugn", "orolig", "trott"], "reversed": ["lugn"],
                 "method": "sum", "low": 0, "high": 2, "leastAnswered": 2, "direction": "lower-is-better",
                 "subscales": [{"key": "oro_kort", "title": {"sv": "Kort oro"}, "items": ["lugn", "orolig"], "reversed": ["lugn"],
                                "method": "mean", "low": 0, "high": 2, "direction": "lower-is-better"}],
                 "reference": {"mean": 2.5, "deviation": 1.25, "persons": 120, "source": "Påhittad"}}
              ]
            }
            """;

    static VariableKey key(String name) {
        return new VariableKey(name);
    }
}
