-- What people have written is sealed from now on. These municipalities may still have texts from before; the program seals them after its
-- start and then takes their row away.
create table followup_unsealed (
    municipality text primary key
);

insert into followup_unsealed select distinct municipality from organisation_unit;
