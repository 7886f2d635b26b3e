-- A handout is of the cases there were when it was asked for, which is what its second person approves. They are named by their surrogate ids,
-- which lead nowhere once a case is erased.
alter table followup_handout add column cases uuid[] not null default '{}';
