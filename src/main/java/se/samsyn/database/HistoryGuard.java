package se.samsyn.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Takes from the application the right to rewrite a module's history of migrations, which it gets with every new table. */
final class HistoryGuard extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            String history =
                    statement.enquoteIdentifier(context.getConfiguration().getTable(), true);
            statement.execute("revoke insert, update, delete on " + DatabaseAddress.SCHEMA + "." + history
                    + " from samsyn_application");
        } catch (SQLException failure) {
            throw new FlywayException("The history of migrations could not be closed to the application", failure);
        }
    }
}
