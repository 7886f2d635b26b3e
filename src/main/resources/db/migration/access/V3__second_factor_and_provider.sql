-- Whom an account stands for where sign-in is left to a provider: what the provider calls the person, such as an employee's id.
alter table access_account add column external_id text check (external_id <> '');
create unique index access_account_by_external_id on access_account (lower(external_id));

-- Who that turned out to be there at the first sign-in; after that no other identity of the provider's is let in to the account.
create table access_identity (
    issuer text not null,
    subject text not null,
    account uuid not null references access_account (id),
    bound_at timestamptz not null,
    primary key (issuer, subject),
    unique (account, issuer)
);

-- The second factor of a local account: the sealed secret, and the last 30-second step a code was taken of, so that none is taken twice.
create table access_factor (
    account uuid primary key references access_account (id),
    secret text not null,
    since timestamptz not null,
    last_step bigint not null
);

-- Codes for the day the telephone is lost: hashed, and each for one use.
create table access_recovery_code (
    account uuid not null references access_account (id),
    hash text not null,
    used_at timestamptz,
    primary key (account, hash)
);
