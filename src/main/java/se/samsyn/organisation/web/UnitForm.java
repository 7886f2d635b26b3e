package se.samsyn.organisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.web.BadInput;
import se.samsyn.web.FormText;

/** What an administrator fills in to open a unit. */
record UnitForm(String name, String municipality, UnitKind kind, ServiceArea area) {

    UnitForm {
        name = FormText.of(name).strip();
        municipality = FormText.of(municipality);
        BadInput.need(kind);
        BadInput.need(area);
    }

    static UnitForm empty() {
        return new UnitForm("", "", UnitKind.AUTHORITY, ServiceArea.VIOLENCE);
    }

    /** The faults as message keys, by the id of the field. */
    Map<String, String> faults(PlaceCode place, List<Unit> there) {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            faults.put("unit-name", "organisation.unit.fault.name");
        } else if (there.stream().anyMatch(unit -> unit.name().equalsIgnoreCase(name))) {
            faults.put("unit-name", "organisation.unit.fault.taken");
        }
        if (place.level() != Level.MUNICIPALITY) {
            faults.put("unit-municipality", "organisation.unit.fault.place");
        }
        return faults;
    }
}
