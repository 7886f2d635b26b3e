-- Registers that have been imported: what they hold, never the rows themselves.
create table register_register (
    id uuid primary key,
    key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    owner text not null,
    codebook text not null,
    rows_name text not null,
    size bigint not null check (size > 0),
    imported timestamptz not null,
    imported_by uuid
);
