-- What was written by mistake is taken away within a while; later it belongs to the record, and goes when two persons erase the case.
alter table followup_occasion add column completed timestamptz;
alter table followup_intervention add column registered timestamptz not null default now();
alter table followup_goal add column registered timestamptz not null default now();
