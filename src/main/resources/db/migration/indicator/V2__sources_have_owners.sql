-- Whose declaration a source's is; none for those that come with the program, which the whole nation shares.
alter table indicator_source add column owner text;
