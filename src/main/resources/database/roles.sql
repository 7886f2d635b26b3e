-- Samsyn's roles and schema. Run once, as a superuser, in an empty database of Samsyn's own (may be repeated):
--   psql -d samsyn -v application_password=... -v migration_password=... -v backup_password=... -f roles.sql
-- samsyn_owner owns all tables and cannot sign in; samsyn_migration steps into it when Samsyn starts;
-- samsyn_application reads and writes under row-level security; samsyn_backup reads everything, for backups alone.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['samsyn_owner', 'samsyn_migration', 'samsyn_application', 'samsyn_backup'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I', wanted);
        end if;
    end loop;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to samsyn_migration, samsyn_application, samsyn_backup', current_database());
end
$$;

alter role samsyn_owner nologin nosuperuser nocreatedb nocreaterole nobypassrls;
alter role samsyn_migration login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password :'migration_password';
alter role samsyn_application login nosuperuser nocreatedb nocreaterole nobypassrls password :'application_password';
alter role samsyn_backup login nosuperuser nocreatedb nocreaterole bypassrls password :'backup_password';
grant samsyn_owner to samsyn_migration;

create schema if not exists samsyn authorization samsyn_owner;
revoke all on schema public from public;
grant usage on schema samsyn to samsyn_migration, samsyn_application, samsyn_backup;

alter default privileges for role samsyn_owner in schema samsyn
    grant select, insert, update, delete on tables to samsyn_application;
alter default privileges for role samsyn_owner in schema samsyn
    grant usage, select on sequences to samsyn_application;
alter default privileges for role samsyn_owner in schema samsyn
    grant select on tables to samsyn_backup;
alter default privileges for role samsyn_owner in schema samsyn
    grant select on sequences to samsyn_backup;
