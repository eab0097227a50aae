-- Labels read from a file into a draft (O-19): a job that goes on without its starter, with the rights that the starter has at
-- each step. It reads the file first, whole, into the two tables below; only then anything is put into the draft.
create table import (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null references workspace,
    dataset_id   uuid not null references dataset on delete cascade,
    dataset_name text not null,                 -- as it was called, for the log
    draft        bigint not null,
    format       text not null check (format in ('JSON_LINES', 'COCO', 'YOLO', 'PASCAL_VOC')),
    digest       bytea references content,      -- the file; null when all is done with it
    size         bigint not null,
    folder       text collate "C" not null,     -- where the paths in the file begin
    declares     boolean not null,              -- the draft's catalog is to declare what the file uses
    boxes        boolean not null,              -- boxes around areas and keypoints are labels as well
    starter_id   uuid not null references app_user,
    key_id       uuid,
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'STOPPED')),
    phase        text not null default 'READING' check (phase in ('READING', 'FILES', 'LABELS')),
    run          integer not null default 0,    -- who reads says so; who began before gives up
    reason       text,                          -- the code of the refusal that stopped it
    detail       text,
    classes      jsonb not null default '{}',   -- names of categories, by how the file calls them
    types        text[] not null default '{}',  -- of labels that the file uses
    after        text collate "C",              -- at which path it is
    handled      bigint not null default 0,     -- bytes read; then paths looked at
    total        bigint not null,
    items        bigint not null default 0,     -- that were changed
    unchanged    bigint not null default 0,
    labels       bigint not null default 0,     -- read
    files        bigint not null default 0,     -- put into the draft
    problems     bigint not null default 0,     -- told, the first thousand of them in import_problem
    unknown      text[] not null default '{}',  -- categories and attributes that the catalog does not declare
    started_at   timestamptz not null,
    ended_at     timestamptz,
    check ((state = 'STOPPED') = (reason is not null)),
    check ((state = 'RUNNING') = (ended_at is null))
);
create index import_by_dataset on import (dataset_id, id);
create index import_by_content on import (digest) where digest is not null;

-- What is said of a path. Labels hang on the key, which is how the file calls it.
create table import_item (
    import_id uuid not null references import on delete cascade,
    path      text collate "C" not null,
    key       text collate "C" not null,
    body      text,                             -- of JSON lines, which say all of an item at once
    primary key (import_id, path, key)
);
create index import_item_by_key on import_item (import_id, key);

create table import_label (
    import_id uuid not null references import on delete cascade,
    key       text collate "C" not null,
    n         bigint not null,
    type      text not null,
    category  text not null,                    -- as the file calls it
    body      text not null,
    primary key (import_id, key, n)
);

create table import_problem (
    import_id uuid not null references import on delete cascade,
    n         bigint generated always as identity,
    place     text not null,                    -- a path, or where in the file
    detail    text not null,
    primary key (import_id, n)
);
