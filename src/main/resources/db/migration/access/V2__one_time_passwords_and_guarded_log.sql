-- A password that somebody else has chosen is valid until this moment, and for nothing but choosing another; null for one's own.
alter table access_account add column temporary_until timestamptz;

-- A failed sign-in has nobody behind it who is known, and what the program does itself has no account.
alter table access_log alter column actor drop not null;
alter table access_log alter column role drop not null;
-- What belongs to no place, such as a failed sign-in with an unknown name, is for every reviewer.
alter table access_log alter column place drop not null;

create index access_log_by_actor on access_log (actor, number desc);
create index access_log_by_object on access_log (object, number desc);

-- Anybody may write a line; lines are read by those who review a place, and by nobody else.
alter table access_log enable row level security;
alter table access_log force row level security;
create policy written on access_log for insert with check (true);
create policy reviewed on access_log for select
    using ((select database_compiled()) is not null and (place is null or place like (select database_compiled())));
