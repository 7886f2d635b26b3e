-- Fingerprints of secrets that are not rings, such as those of pseudonyms: they tell a foreign one, and nothing of the secret.
create table keys_secret (
    name text primary key,
    fingerprint text not null,
    kept timestamptz not null
);
