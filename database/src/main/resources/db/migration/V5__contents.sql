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

-- What the header of a picture says. Coordinates of labels are pixels before the orientation is applied.
create table picture (
    digest      bytea primary key references content on delete cascade,
    width       integer not null check (width > 0),
    height      integer not null check (height > 0),
    orientation smallint not null check (orientation between 1 and 8)   -- as in EXIF; 1: upright
);

-- Thumbnails are made once, on first use. Without bytes: it was tried, and there is none.
create table thumbnail (
    digest     bytea not null references content on delete cascade,
    edge       smallint not null,                 -- of the square that it fits into
    media_type text not null,
    bytes      bytea,
    primary key (digest, edge)
);
alter table thumbnail alter column bytes set storage external;
