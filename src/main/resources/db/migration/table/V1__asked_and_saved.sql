-- What has been asked of data sets: about whom, split by what, never with what answer.
create table table_asked (
    id uuid primary key,
    actor uuid not null,
    data_set text not null,
    -- Which rows: a canonical text of the conditions, and how many they are.
    population text not null,
    persons bigint not null check (persons >= 0),
    -- Split by what: the columns and groupings, in order.
    split text not null,
    rows_name text not null,
    asked timestamptz not null
);

create index table_asked_by_population on table_asked (data_set, population, split);

-- Crossings that somebody has saved under a name; they hold the question, not the answer.
create table table_saved (
    id uuid primary key,
    actor uuid not null,
    place text not null,
    name text not null check (length(name) between 1 and 120),
    address text not null check (length(address) <= 4000),
    shared boolean not null,
    saved timestamptz not null
);

create index table_saved_by_place on table_saved (place, name);
