-- Released tables, frozen: what was shown and that the rest was hidden. A hidden cell has no number here.
create table table_release (
    id uuid primary key,
    owner text not null,
    data_set text not null,
    rows_name text not null,
    name text not null check (length(name) between 1 and 120),
    -- The tables as declared, one a line, and the condition on the period, if any.
    declared text not null,
    -- The figures of the attack, as JSON.
    report text not null,
    -- The cells, as JSON: a name for each, with its count where it is shown.
    cells text not null,
    hash text not null,
    released timestamptz not null,
    released_by uuid not null
);

create index table_release_by_set on table_release (data_set, released);
