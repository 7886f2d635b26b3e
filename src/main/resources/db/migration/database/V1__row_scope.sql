-- What row-level policies ask about the current connection; see RowScope. Write them as sub-selects, which are computed once per
-- query and let indexes be used:
--   using (unit_id = any ((select database_units())::uuid[]) or municipality like (select database_compiled()))

-- The units whose cases may be read and written; empty when no scope is set.
create function database_units() returns uuid[]
    language sql stable parallel safe
    return string_to_array(coalesce(current_setting('samsyn.units', true), ''), ',')::uuid[];

-- A pattern for the codes of the municipalities whose rows may be read in order to be counted; matches none when no place is set.
create function database_compiled() returns text
    language sql stable parallel safe
    return case coalesce(current_setting('samsyn.compile', true), '')
        when '' then null
        when 'SE' then '%'
        else current_setting('samsyn.compile', true) || '%'
    end;

-- Who acts, as text; empty for the program itself.
create function database_actor() returns text
    language sql stable parallel safe
    return coalesce(current_setting('samsyn.actor', true), '');
