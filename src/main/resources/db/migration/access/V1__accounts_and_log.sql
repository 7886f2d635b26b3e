-- Local accounts and the access log.
create table access_account (
    id uuid primary key,
    username text not null unique check (username = lower(username)),
    password_hash text not null,
    name text not null,
    role text not null,
    place text not null,
    unit_id uuid,
    failures int not null default 0,
    locked_until timestamptz,
    active boolean not null default true
);

create table access_log (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    actor uuid not null,
    role text not null,
    event text not null,
    purpose text,
    object text,
    place text not null
);

create index access_log_by_place on access_log (place text_pattern_ops, number desc);

-- Append-only: what is written stays as it was written.
create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'access_log is append-only';
end $$;

create trigger access_log_keeps_lines before update or delete or truncate on access_log
    for each statement execute function access_log_is_append_only();
