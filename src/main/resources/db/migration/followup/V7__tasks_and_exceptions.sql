-- That somebody has looked, and that the case is about nothing that is never erased, is said too.
alter table followup_keeping drop constraint followup_keeping_kept_for_check;
alter table followup_keeping add constraint followup_keeping_kept_for_check
    check (kept_for in ('NONE', 'PLACED_CHILD', 'PARENTHOOD', 'ADOPTION'));

-- The rows of one's own units may be read; what else may be done with them follows from the task of the work.
-- An update is refused by its check, not its condition: to hold a row while deciding, without changing it, is reading.
do $$
declare
    name text;
    own text := 'unit_id = any ((select database_units())::uuid[])';
    recording text := '(select database_task()) = ''RECORD''';
    keeping text := '(select database_task()) in (''KEEP'', ''ERASE'')';
    task text;
begin
    foreach name in array array['followup_case', 'followup_occasion', 'followup_intervention', 'followup_goal', 'followup_rating',
        'followup_keeping', 'followup_erasure', 'followup_handout']
    loop
        task := case when name in ('followup_keeping', 'followup_erasure', 'followup_handout') then keeping else recording end;
        execute format('drop policy own_units on %I', name);
        execute format('create policy own_units on %I for select using (%s)', name, own);
        execute format('create policy added on %I for insert with check (%s and %s)', name, own, task);
        execute format('create policy changed on %I for update using (%s) with check (%s and %s)', name, own, own, task);
    end loop;

    foreach name in array array['followup_occasion', 'followup_intervention', 'followup_goal', 'followup_rating']
    loop
        execute format('create policy removed on %I for delete using (%s and %s)', name, own, recording);
    end loop;
end $$;

-- A case goes when nothing is recorded in it, or when it stands in what one person has proposed and another carries out.
-- What is said of its keeping goes with it; proposals, receipts and handouts stay.
create policy removed on followup_case for delete using (
    unit_id = any ((select database_units())::uuid[])
    and case (select database_task())
        when 'RECORD' then
            not exists (select from followup_occasion o where o.case_id = followup_case.id)
            and not exists (select from followup_intervention i where i.case_id = followup_case.id)
            and not exists (select from followup_goal g where g.case_id = followup_case.id)
        when 'ERASE' then
            exists (select from followup_erasure e
                     where e.unit_id = followup_case.unit_id
                       and e.state in ('PROPOSED', 'ERASED')
                       and e.proposed_by::text <> (select database_actor())
                       and position(followup_case.id::text in e.cases) > 0)
        else false
    end);
