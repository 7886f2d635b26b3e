-- Which file a job is of, so that a file is imported once however often the button is pressed, and what became of it.
-- Jobs are a few lines for the one who watches; those from before this have no file to tell of.
delete from exchange_job;

alter table exchange_job
    add column upload uuid not null,
    add column unit uuid not null,
    add column instrument text not null,
    add column occasions integer not null default 0,
    add column warnings bigint not null default 0,
    add column fault text check (fault in ('BUSY', 'DATABASE', 'FILE', 'UNEXPECTED'));

create unique index exchange_job_one_of_upload on exchange_job (upload) where state not in ('REFUSED', 'INTERRUPTED');
