-- Which keys the data has been sealed with: their numbers alone, so that lost or foreign keys are noticed before anything is written.
create table keys_ring (
    name text primary key,
    keys int[] not null,
    changed timestamptz not null
);
