package se.samsyn.access.provisioning;

import java.util.Locale;
import se.samsyn.sheet.Fault;
import se.samsyn.sheet.Severity;

/** What can be wrong in a file with accounts. What is wrong with it as a file is said by the module that reads files. */
enum SyncFault implements Fault {
    NO_COLUMN,
    NO_NAME,
    BAD_USERNAME,
    USERNAME_TWICE,
    USERNAME_ELSEWHERE,
    UNKNOWN_ROLE,
    ROLE_NOT_THERE,
    UNKNOWN_PLACE,
    OUTSIDE,
    UNKNOWN_UNIT,
    MANY_UNITS,
    NO_UNIT,
    BAD_EXTERNAL_ID,
    EXTERNAL_ID_TWICE,
    EXTERNAL_ID_TAKEN,
    UNKNOWN_ACTIVE,
    YOURSELF;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Severity severity() {
        return Severity.STOPS;
    }
}
