-- Versions of instruments, per place. No personal data: readable by all of the application, no row-level security.
create table instrument_version (
    instrument text not null check (instrument ~ '^[a-z][a-z0-9-]{1,39}$'),
    owner text not null check (owner ~ '^(SE|[0-9]{2}|[0-9]{4})$'),
    number integer not null check (number >= 1),
    status text not null check (status in ('DRAFT', 'IN_USE', 'RETIRED')),
    used_from timestamptz,
    form jsonb not null,
    primary key (instrument, owner, number),
    check ((status = 'DRAFT') = (used_from is null))
);

-- A place has at most one draft and one version in use of each instrument.
create unique index instrument_version_draft on instrument_version (instrument, owner) where status = 'DRAFT';
create unique index instrument_version_in_use on instrument_version (instrument, owner) where status = 'IN_USE';

-- A version that has been taken into use stays as it was: only its status may go from in use to retired.
create function instrument_version_stays() returns trigger language plpgsql as $$
begin
    if old.status = 'DRAFT' then
        return case tg_op when 'DELETE' then old else new end;
    end if;
    if tg_op = 'DELETE'
        or (new.instrument, new.owner, new.number, new.used_from, new.form)
            is distinct from (old.instrument, old.owner, old.number, old.used_from, old.form)
        or new.status = 'DRAFT'
        or (old.status = 'RETIRED' and new.status = 'IN_USE')
    then
        raise exception 'Version %/%/% has been used and cannot change', old.instrument, old.owner, old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger instrument_version_stays before update or delete on instrument_version
    for each row execute function instrument_version_stays();
