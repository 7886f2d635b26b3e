-- A table under row-level security as modules are to make theirs; in the tests alone.
create table database_example (
    id bigint generated always as identity primary key,
    unit_id uuid not null,
    municipality text not null,
    answer text,
    length int generated always as (length(answer)) stored
);

alter table database_example enable row level security;
alter table database_example force row level security;
create policy own_units on database_example
    using (unit_id = any ((select database_units())::uuid[]))
    with check (unit_id = any ((select database_units())::uuid[]));
create policy compiled on database_example for select
    using (municipality like (select database_compiled()));
