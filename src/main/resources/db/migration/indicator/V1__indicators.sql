-- Where figures come from, and how good they are.
create table indicator_source (
    key text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null check (name <> ''),
    publisher text not null,
    kind text not null check (kind in ('PORTAL', 'DATABASE', 'SURVEY', 'REGISTER')),
    national boolean not null,
    regional boolean not null,
    local boolean not null,
    address text not null,
    about text not null,
    quality jsonb not null
);

-- What is measured. An imported one belongs to nobody; an own one to the place that defined it.
create table indicator_indicator (
    id integer generated always as identity primary key,
    key text not null unique check (key ~ '^[A-Za-z][A-Za-z0-9_-]{0,59}$'),
    source text not null references indicator_source,
    owner text,
    title text not null check (title <> ''),
    description text not null,
    area text not null,
    perspective text not null,
    scale text not null,
    decimals smallint not null check (decimals between 0 and 6),
    wanted text not null check (wanted in ('HIGH', 'LOW', 'NONE')),
    by_sex boolean not null,
    period text not null,
    base integer references indicator_indicator,
    fetched timestamptz,
    sought text not null,
    stems tsvector generated always as
        (setweight(to_tsvector('swedish', title), 'A') || to_tsvector('swedish', sought)) stored
);
create index indicator_stems on indicator_indicator using gin (stems);
create index indicator_area on indicator_indicator (area, perspective);

-- The groups, besides sex, that values are told for: levels of education, from the lowest.
create table indicator_group (
    indicator integer not null references indicator_indicator on delete cascade,
    code text not null check (code <> ''),
    label text not null,
    position smallint not null,
    primary key (indicator, code)
);

-- Years from which a figure is not comparable with those before.
create table indicator_break (
    indicator integer not null references indicator_indicator on delete cascade,
    year smallint not null,
    reason text not null check (reason <> ''),
    primary key (indicator, year)
);

create table indicator_import (
    id integer generated always as identity primary key,
    source text not null references indicator_source,
    name text not null,
    fetched timestamptz not null,
    imported timestamptz not null,
    imported_by uuid,
    delivered bigint not null,
    added bigint not null,
    revised bigint not null,
    withdrawn bigint not null
);

-- One value. Without a number it says why: '-' missing, '.' not applicable, '..' hidden. Foreign keys are tried
-- for a whole import at once, not value by value.
create table indicator_value (
    indicator integer not null,
    year smallint not null,
    sex text not null check (sex in ('T', 'K', 'M')),
    grp text not null,
    place text not null,
    value double precision,
    mark text check (mark in ('-', '.', '..')),
    part double precision,
    whole double precision,
    members smallint,
    import integer not null,
    primary key (indicator, year, sex, grp, place),
    check ((value is null) <> (mark is null))
);

-- What an import brought, before it is held against what there is. Emptied by each import; one at a time.
create unlogged table indicator_incoming (
    indicator integer not null,
    year smallint not null,
    sex text not null,
    grp text not null,
    place text not null,
    value double precision,
    mark text,
    part double precision,
    whole double precision,
    members smallint
);
grant truncate on indicator_incoming to samsyn_application;

-- Values that an import changed or took away.
create table indicator_revision (
    import integer not null references indicator_import,
    indicator integer not null references indicator_indicator on delete cascade,
    year smallint not null,
    sex text not null,
    grp text not null,
    place text not null,
    old_value double precision,
    old_mark text,
    new_value double precision,
    new_mark text,
    withdrawn boolean not null,
    primary key (indicator, import, year, sex, grp, place)
);

-- Own indicators: how each is computed, by the years the definition holds for.
create table indicator_definition (
    indicator integer not null references indicator_indicator on delete cascade,
    version smallint not null,
    valid_from smallint not null,
    valid_to smallint,
    definition jsonb not null,
    made timestamptz not null,
    made_by uuid,
    primary key (indicator, version),
    check (valid_to is null or valid_to >= valid_from)
);

-- Which places use which indicator.
create table indicator_use (
    indicator integer not null references indicator_indicator on delete cascade,
    place text not null,
    since timestamptz not null,
    primary key (indicator, place)
);

-- What a place wants to reach, by year; a unit's own where it has one.
create table indicator_target (
    id uuid primary key,
    indicator integer not null references indicator_indicator on delete cascade,
    place text not null,
    unit uuid,
    year smallint not null,
    sex text not null check (sex in ('T', 'K', 'M')),
    value double precision not null,
    at_least boolean not null,
    note text not null,
    set_at timestamptz not null,
    set_by uuid
);
create unique index indicator_target_once on indicator_target (indicator, place, coalesce(unit::text, ''), year, sex);

-- Real boundaries, where somebody has loaded them; else maps are drawn as tiles.
create table indicator_boundary (
    level text primary key check (level in ('MUNICIPALITY', 'REGION')),
    shape text not null,
    loaded timestamptz not null
);
