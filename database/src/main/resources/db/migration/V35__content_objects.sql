-- Large contents may be objects of a store instead of files. An object is written once, under a name of its own; what
-- tells the kind of a large content is kept beside it, so that no transaction waits for a store.

alter table content
    add column object_id uuid,                    -- null: a row or a file, by its digest
    add column head      bytea,                   -- the first bytes of a large one; null: stored before there was this column
    add check (bytes is null or (object_id is null and head is null));
