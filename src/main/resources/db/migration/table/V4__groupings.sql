-- Groupings of a variable's codes that somebody has made under a name, as they were written; they hold codes and no rows.
create table table_grouping (
    id uuid primary key,
    data_set text not null,
    field text not null,
    name text not null check (length(name) between 1 and 80),
    contents text not null check (length(contents) <= 8000),
    owner text not null,
    made_by uuid not null,
    made timestamptz not null,
    unique (data_set, field, name)
);
