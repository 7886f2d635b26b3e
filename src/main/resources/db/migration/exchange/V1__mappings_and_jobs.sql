-- How files are to be understood, and imports that have run. Nothing of what the files hold.
create table exchange_mapping (
    municipality text not null check (municipality ~ '^[0-9]{4}$'),
    name text not null check (length(name) between 1 and 80),
    json text not null,
    saved timestamptz not null,
    primary key (municipality, name)
);

create table exchange_job (
    id uuid primary key,
    actor uuid not null,
    state text not null check (state in ('RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED', 'INTERRUPTED')),
    total integer not null,
    done integer not null,
    added integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    started timestamptz not null,
    ended timestamptz
);

create index exchange_job_by_actor on exchange_job (actor, started desc);
