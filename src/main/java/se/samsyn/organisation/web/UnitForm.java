package se.samsyn.organisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.web.BadInput;
import se.samsyn.web.FormText;

/**
 * What an administrator fills in to open a unit.
 *
 * @param runBy who stands behind the organisation that runs it
 * @param performer the organisation's name; empty for the municipality itself
 */
record UnitForm(
        String name, String municipality, UnitKind kind, ServiceArea area, OrganisationKind runBy, String performer) {

    UnitForm {
        name = FormText.of(name).strip();
        municipality = FormText.of(municipality);
        BadInput.need(kind);
        BadInput.need(area);
        runBy = runBy == null ? OrganisationKind.MUNICIPAL : runBy;
        performer = FormText.of(performer).strip();
    }

    static UnitForm empty() {
        return new UnitForm("", "", UnitKind.AUTHORITY, ServiceArea.VIOLENCE, OrganisationKind.MUNICIPAL, "");
    }

    /** The faults as message keys, by the id of the field. */
    Map<String, String> faults(PlaceCode place, List<Unit> there) {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            faults.put("unit-name", "organisation.unit.fault.name");
        } else if (there.stream().anyMatch(unit -> unit.name().equalsIgnoreCase(name))) {
            faults.put("unit-name", "organisation.unit.fault.taken");
        }
        if (runBy != OrganisationKind.MUNICIPAL && performer.isEmpty()) {
            faults.put("unit-performer", "organisation.unit.fault.performer");
        }
        if (runBy == OrganisationKind.MUNICIPAL && !performer.isEmpty()) {
            faults.put("unit-run-by", "organisation.unit.fault.run-by");
        }
        if (place.level() != Level.MUNICIPALITY) {
            faults.put("unit-municipality", "organisation.unit.fault.place");
        }
        return faults;
    }
}
