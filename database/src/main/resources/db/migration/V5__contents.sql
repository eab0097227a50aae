-- File contents by SHA-256. Small ones are rows of this table, larger ones files or objects of the same name.

create table content (
    digest    bytea primary key check (octet_length(digest) = 32),
    size      bigint not null check (size >= 0),
    crc32     bigint not null,                    -- zips are written without reading a content twice
    bytes     bytea,                              -- null: stored outside, by its digest
    stored_at timestamptz not null
);
-- Pictures are compressed already: no second attempt at it.
alter table content alter column bytes set storage external;
