package se.samsyn.followup.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Identity;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.OpenCase;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.WayIn;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.web.BadInput;
import se.samsyn.web.FormText;
import se.samsyn.web.Sent;

/**
 * What a caseworker writes to open a case, as it was written.
 *
 * @param id drawn with the page, so that the form opens one case however often it is sent
 */
record OpenCaseForm(
        String id,
        String instrument,
        String localId,
        String sex,
        String birthYear,
        String identity,
        String wayIn,
        String opened) {

    OpenCaseForm {
        id = Sent.id(FormText.of(id)).orElseGet(UUID::randomUUID).toString();
        instrument = FormText.of(instrument);
        localId = FormText.of(localId);
        sex = FormText.of(sex);
        birthYear = FormText.of(birthYear);
        identity = FormText.of(identity);
        wayIn = FormText.of(wayIn);
        opened = FormText.of(opened);
    }

    static OpenCaseForm empty(String instrument, LocalDate today) {
        return new OpenCaseForm("", instrument, "", "", "", "OPEN", "", today.toString());
    }

    /** The same form for another case. */
    OpenCaseForm another() {
        return new OpenCaseForm("", instrument, localId, sex, birthYear, identity, wayIn, opened);
    }

    /** The command, or what is wrong with the fields. */
    Read read(UnitId unit) {
        var faults = new ArrayList<Refusal>();
        if (Sent.choice(Sex.class, sex).isEmpty()) {
            faults.add(new Refusal("sex", "followup.refused.sex"));
        }
        if (!birthYear.isBlank() && !birthYear.strip().matches("\\d{4}")) {
            faults.add(new Refusal("birthYear", "followup.refused.birthyear"));
        }
        if (Sent.choice(WayIn.class, wayIn).isEmpty()) {
            faults.add(new Refusal("wayIn", "followup.refused.wayin"));
        }
        if (!localId.isBlank() && LocalId.looksPersonal(localId)) {
            faults.add(new Refusal("localId", "followup.refused.localid.personal"));
        } else if (!localId.isBlank() && !LocalId.fits(localId.strip())) {
            faults.add(new Refusal("localId", "followup.refused.localid.form"));
        }
        var day = Sent.day(opened);
        if (day.isEmpty()) {
            faults.add(new Refusal("opened", "followup.refused.day"));
        }
        return faults.isEmpty()
                ? new Read(Optional.of(BadInput.read(() -> command(unit, day.orElseThrow()))), List.of())
                : new Read(Optional.empty(), faults);
    }

    private OpenCase command(UnitId unit, LocalDate day) {
        return new OpenCase(
                CaseId.of(id),
                unit,
                new InstrumentKey(instrument),
                localId.isBlank() ? Optional.empty() : Optional.of(new LocalId(localId.strip())),
                Sex.valueOf(sex),
                birthYear.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(birthYear.strip())),
                Identity.valueOf(identity),
                WayIn.valueOf(wayIn),
                day);
    }

    /** A command, or faults. */
    record Read(Optional<OpenCase> command, List<Refusal> faults) {}

    @Override
    public String toString() {
        return "OpenCaseForm[" + instrument + "]";
    }
}
