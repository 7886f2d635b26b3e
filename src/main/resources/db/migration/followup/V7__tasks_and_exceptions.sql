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
        if name <> 'followup_erasure' then
            execute format('create policy added on %I for insert with check (%s and %s)', name, own, task);
        end if;
        execute format('create policy changed on %I for update using (%s) with check (%s and %s)', name, own, own, task);
    end loop;

    -- What belongs to a case is taken away soon after it was written, or not at all; the program says a fortnight, by its own clock.
    execute format('create policy removed on followup_occasion for delete using (%s and %s
        and (completed is null or completed > now() - interval ''15 days''))', own, recording);
    foreach name in array array['followup_intervention', 'followup_goal']
    loop
        execute format('create policy removed on %I for delete using (%s and %s and registered > now() - interval ''15 days'')',
            name, own, recording);
    end loop;
    execute format('create policy removed on followup_rating for delete using (%s and %s)', own, recording);

    -- Whoever proposes does so in their own name; only the program itself puts receipts back, after a restore.
    execute format('create policy added on followup_erasure for insert with check (%s and case (select database_task())
        when ''KEEP'' then state = ''PROPOSED'' and proposed_by::text = (select database_actor())
        when ''ERASE'' then (select database_actor()) = ''''
        else false end)', own);
end $$;

-- What was proposed, of which cases and by whom, stands.
create function followup_proposal_stands() returns trigger
    language plpgsql as $$
begin
    if (new.cases, new.proposed_by, new.proposed_at, new.unit_id) is distinct from (old.cases, old.proposed_by, old.proposed_at, old.unit_id) then
        raise exception 'A proposal is not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger proposal_stands before update on followup_erasure
    for each row execute function followup_proposal_stands();

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
