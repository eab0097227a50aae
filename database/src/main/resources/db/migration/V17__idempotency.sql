-- Answers to requests that came with an Idempotency-Key: sent again, they are answered again and not done again.
-- Nobody reads one without the key, which is not stored: the first column is a digest of it, the answer is encrypted
-- with another one.

create table kept_answer (
    key_digest bytea primary key check (octet_length(key_digest) = 32),
    request    bytea not null check (octet_length(request) = 32),   -- digest of route and body
    sealed     bytea not null,
    kept_until timestamptz not null
);
create index kept_answer_by_end on kept_answer (kept_until);
