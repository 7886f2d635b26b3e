-- What belongs to a case lies in the case's own unit and municipality, and nowhere else.
alter table followup_case add constraint followup_case_placed unique (id, unit_id, municipality);
alter table followup_goal add constraint followup_goal_of_case unique (id, case_id);

do $$
declare
    name text;
begin
    foreach name in array array['followup_occasion', 'followup_intervention', 'followup_goal', 'followup_rating']
    loop
        execute format('alter table %I drop constraint %I, add constraint %I foreign key (case_id, unit_id, municipality)'
            || ' references followup_case (id, unit_id, municipality) on delete cascade',
            name, name || '_case_id_fkey', name || '_with_case');
    end loop;
end $$;

alter table followup_rating
    drop constraint followup_rating_goal_id_fkey,
    add constraint followup_rating_of_goal foreign key (goal_id, case_id)
        references followup_goal (id, case_id) on delete cascade;

-- Support that goes on though the case is closed says why.
alter table followup_intervention add column after_closing text check (after_closing in ('TAKEN_OVER', 'DECIDED'));

-- The page that last wrote, and its how many-th save it was: a page may overtake its own saves, never somebody else's.
alter table followup_occasion
    add column writer uuid,
    add column turn int not null default 0;

-- The lists of a unit: its open cases, its closed ones, and all, the latest opened first.
drop index followup_case_by_unit;
create index followup_case_by_opening on followup_case (unit_id, opened desc, id);
create index followup_case_open on followup_case (unit_id, opened desc, id) where closed is null;
create index followup_case_closed on followup_case (unit_id, closed) where closed is not null;
