-- What the work of the current connection may do with the rows of its units: READ, RECORD, KEEP or ERASE; see RowScope.Task.
create function database_task() returns text
    language sql stable parallel safe
    return coalesce(current_setting('samsyn.task', true), '');
