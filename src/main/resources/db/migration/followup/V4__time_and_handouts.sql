-- How long cases are kept, what is erased and what is handed out.

-- What a place has decided; the latest counts. Not about clients.
create table followup_rule (
    id uuid primary key,
    place text not null,
    instrument text not null,
    basis text not null check (basis in ('PERSONAL_FILE', 'COMPILATION', 'OWN_DECISION')),
    years smallint not null check (years between 1 and 70),
    counted_from text not null check (counted_from in ('LAST_NOTE', 'CIRCUMSTANCES_ENDED')),
    set_by uuid not null,
    set_at timestamptz not null
);

create index followup_rule_by_place on followup_rule (place, instrument, set_at desc);

-- What is known of a case for how long it is to be kept. Never a day of birth: only whether it is one that the archive keeps.
create table followup_keeping (
    case_id uuid primary key,
    unit_id uuid not null,
    municipality text not null,
    born text check (born in ('ON_SAMPLE_DAY', 'ANOTHER_DAY')),
    kept_for text check (kept_for in ('PLACED_CHILD', 'PARENTHOOD', 'ADOPTION')),
    ended date,
    hold text check (hold in ('COURT', 'COMPLAINT', 'SUPERVISION', 'REQUEST', 'OTHER')),
    hold_number text check (length(hold_number) <= 40),
    hold_by uuid,
    hold_at timestamptz,
    check ((hold is null) = (hold_by is null)),
    foreign key (case_id, unit_id, municipality) references followup_case (id, unit_id, municipality) on delete cascade
);

-- What two persons have erased, or are about to. The cases are named by their surrogate ids, which lead nowhere once they are gone.
create table followup_erasure (
    id uuid primary key,
    unit_id uuid not null,
    municipality text not null,
    state text not null check (state in ('PROPOSED', 'ERASED', 'DECLINED', 'WITHDRAWN')),
    -- The cases as JSON: id, instrument, rule, and the days that followed from it.
    cases text not null,
    proposed_by uuid not null,
    proposer text not null,
    proposed_at timestamptz not null,
    decided_by uuid check (decided_by <> proposed_by or state = 'WITHDRAWN'),
    decider text,
    decided_at timestamptz,
    receipt text,
    hash text,
    check ((state = 'ERASED') = (receipt is not null and hash is not null)),
    check ((state = 'PROPOSED') = (decided_by is null))
);

create index followup_erasure_by_unit on followup_erasure (unit_id, proposed_at desc);

-- What is handed out about persons: the wish and what became of it, never the rows.
create table followup_handout (
    id uuid primary key,
    number bigint generated always as identity,
    unit_id uuid not null,
    municipality text not null,
    instrument text not null,
    since date not null,
    until date not null check (until >= since),
    variables text not null,
    texts text not null check (texts in ('LEFT_OUT', 'INCLUDED')),
    hidden text not null check (hidden in ('LEFT_OUT', 'INCLUDED')),
    reason text not null check (length(reason) between 10 and 500),
    recipient text not null check (length(recipient) between 2 and 200),
    state text not null check (state in ('ASKED', 'APPROVED', 'DECLINED', 'REVOKED', 'FETCHED')),
    asked_by uuid not null,
    asker text not null,
    asked_at timestamptz not null,
    decided_by uuid check (decided_by <> asked_by),
    decider text,
    decided_at timestamptz,
    ended_at timestamptz,
    persons int,
    check (state not in ('APPROVED', 'FETCHED') or decided_by is not null)
);

create index followup_handout_by_unit on followup_handout (unit_id, asked_at desc);

do $$
declare
    name text;
begin
    foreach name in array array['followup_keeping', 'followup_erasure', 'followup_handout']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own_units on %I using (unit_id = any ((select database_units())::uuid[]))'
            || ' with check (unit_id = any ((select database_units())::uuid[]))', name);
        execute format('create policy compiled on %I for select'
            || ' using (municipality like (select database_compiled()))', name);
    end loop;
end $$;
