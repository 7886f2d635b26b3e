-- What the program wrote is marked with a key that is not in the database; a line without a right mark was written by somebody else.
alter table access_log add column mark bytea;

create index access_log_by_time on access_log (at);

-- Each line has a place in a chain: the seal is made of the seal before, the place and the line, with a key that is not in the database.
create table access_seal (
    position bigint primary key check (position > 0),
    line bigint not null unique,
    at timestamptz not null,
    seal bytea not null
);

-- Lines that are written but not yet sealed.
create table access_unsealed (
    line bigint primary key
);

create function access_seal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger access_seal_keeps_seals before update or delete or truncate on access_seal
    for each statement execute function access_seal_is_append_only();

create function access_log_awaits_seal() returns trigger language plpgsql as $$
begin
    insert into access_unsealed (line) select number from written;
    return null;
end $$;

create trigger access_log_to_be_sealed after insert on access_log
    referencing new table as written
    for each statement execute function access_log_awaits_seal();

revoke update, delete, truncate on access_log, access_seal from samsyn_application;
revoke update, truncate on access_unsealed from samsyn_application;

-- Lines from before there was a chain are its first.
alter table access_log no force row level security;
insert into access_unsealed (line) select number from access_log;
alter table access_log force row level security;

-- The recurring check of the log. Nothing is changed afterwards: a mark that is changed is one more mark, and the last one counts.
create table access_check (
    id uuid primary key,
    place text not null,
    month date not null check (extract(day from month) = 1),
    seed bigint not null,
    made timestamptz not null,
    made_by uuid not null,
    lines bigint not null,
    unique (place, month)
);

create table access_check_rule (
    check_id uuid not null references access_check,
    place text not null,
    reason text not null,
    matched bigint not null,
    chosen int not null,
    primary key (check_id, reason)
);

create table access_check_line (
    check_id uuid not null references access_check,
    place text not null,
    line bigint not null,
    reasons text[] not null,
    primary key (check_id, line)
);

create table access_check_mark (
    number bigint generated always as identity primary key,
    check_id uuid not null,
    place text not null,
    line bigint not null,
    mark text not null check (mark in ('EXPECTED', 'ASK', 'DEVIATION')),
    note text not null check (length(note) <= 200),
    at timestamptz not null,
    actor uuid not null,
    foreign key (check_id, line) references access_check_line
);

create index access_check_mark_by_line on access_check_mark (check_id, line, number desc);

create table access_check_signature (
    check_id uuid primary key references access_check,
    place text not null,
    at timestamptz not null,
    actor uuid not null,
    signature bytea not null
);

do $$
declare
    checked text;
begin
    foreach checked in array array['access_check', 'access_check_rule', 'access_check_line', 'access_check_mark', 'access_check_signature'] loop
        execute format('alter table %I enable row level security', checked);
        execute format('alter table %I force row level security', checked);
        execute format('create policy written on %I for insert with check (true)', checked);
        execute format('create policy reviewed on %I for select
            using ((select database_compiled()) is not null and place like (select database_compiled()))', checked);
        execute format('create trigger access_seal_keeps_checks before update or delete or truncate on %I
            for each statement execute function access_seal_is_append_only()', checked);
        execute format('revoke update, delete, truncate on %I from samsyn_application', checked);
    end loop;
end $$;
