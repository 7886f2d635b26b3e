-- Organisations and their units. Nothing about clients: readable by all of the application, no row-level security.
create table organisation_organisation (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('MUNICIPAL', 'REGIONAL', 'PRIVATE', 'VOLUNTARY')),
    seat text not null check (seat ~ '^(SE|[0-9]{2}|[0-9]{4})$')
);

create table organisation_unit (
    id uuid primary key,
    organisation_id uuid not null references organisation_organisation,
    name text not null,
    kind text not null check (kind in ('AUTHORITY', 'PERFORMER')),
    area text not null check (area in ('VIOLENCE', 'ADDICTION', 'HOUSING', 'CHILDREN', 'GENERAL')),
    municipality text not null check (municipality ~ '^[0-9]{4}$')
);

create index organisation_unit_by_municipality on organisation_unit (municipality);
