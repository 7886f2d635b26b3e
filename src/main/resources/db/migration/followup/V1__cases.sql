-- Persons live here and nowhere else. Every table carries unit and municipality, and stands under row-level security:
-- the rows of one's own units may be read and written, the rows of a place may be read to be compiled.
create table followup_case (
    id uuid primary key,
    unit_id uuid not null references organisation_unit,
    municipality text not null,
    instrument text not null,
    local_id text not null,
    sex text not null check (sex in ('WOMAN', 'MAN', 'OTHER', 'UNKNOWN')),
    birth_year smallint,
    identity text not null check (identity in ('OPEN', 'PROTECTED')),
    way_in text not null,
    opened date not null,
    closed date check (closed >= opened),
    close_reason text check ((closed is null) = (close_reason is null)),
    revision int not null default 1,
    unique (unit_id, instrument, local_id),
    check (identity = 'OPEN' or birth_year is null)
);

create index followup_case_by_unit on followup_case (unit_id, opened);
create index followup_case_by_set on followup_case (instrument, municipality);

create table followup_occasion (
    id uuid primary key,
    case_id uuid not null references followup_case on delete cascade,
    unit_id uuid not null,
    municipality text not null,
    phase text not null check (phase in ('BEFORE', 'DURING', 'CLOSURE', 'AFTER')),
    date date not null,
    months smallint not null check (months >= 0),
    form text not null,
    answers jsonb not null,
    state text not null check (state in ('DRAFT', 'DONE')),
    revision int not null default 1,
    saved_at timestamptz not null,
    unique (case_id, phase, date)
);

create table followup_intervention (
    id uuid primary key,
    case_id uuid not null references followup_case on delete cascade,
    unit_id uuid not null,
    municipality text not null,
    kind text not null,
    started date not null,
    stopped date check (stopped >= started),
    unique (case_id, kind, started)
);

create table followup_goal (
    id uuid primary key,
    case_id uuid not null references followup_case on delete cascade,
    unit_id uuid not null,
    municipality text not null,
    text text not null,
    weight text not null check (weight in ('OVERALL', 'PART')),
    scale text not null,
    set_on date not null
);

create unique index followup_goal_one_overall on followup_goal (case_id) where weight = 'OVERALL';

create table followup_rating (
    goal_id uuid not null references followup_goal on delete cascade,
    case_id uuid not null references followup_case on delete cascade,
    unit_id uuid not null,
    municipality text not null,
    date date not null,
    step text not null check (step in ('NOT_REACHED', 'PARTLY_REACHED', 'FULLY_REACHED')),
    level smallint,
    primary key (goal_id, date)
);

create index followup_intervention_by_case on followup_intervention (case_id);
create index followup_goal_by_case on followup_goal (case_id);
create index followup_rating_by_case on followup_rating (case_id);

do $$
declare
    name text;
begin
    foreach name in array array['followup_case', 'followup_occasion', 'followup_intervention', 'followup_goal', 'followup_rating']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own_units on %I using (unit_id = any ((select database_units())::uuid[]))'
            || ' with check (unit_id = any ((select database_units())::uuid[]))', name);
        execute format('create policy compiled on %I for select'
            || ' using (municipality like (select database_compiled()))', name);
    end loop;
end $$;
