-- Buckets outside, from which a dataset imports (T-10): the credentials, write-only and sealed, and the jobs.

create table authentication_info (
    dataset_id   uuid primary key,
    workspace_id uuid not null,
    endpoint     text,                            -- null: AWS
    region       text not null,
    bucket       text not null,
    prefix       text not null,                   -- nothing outside of it is looked at
    path_style   boolean not null,
    sealed       bytea not null,                  -- the keys, encrypted with the server's (AES-GCM), bound to all of the above
    stored_at    timestamptz not null,
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade
);

-- A job that goes on without its starter, with the rights that the starter has at each step.
create table bucket_import (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    dataset_id   uuid not null,
    draft        bigint not null,                 -- into which it imports
    bucket       text not null,                   -- as people read it
    prefix       text not null,                   -- whole, that of the credentials included
    folder       text not null,                   -- of the draft; ends with / unless empty
    starter_id   uuid not null references app_user,
    key_id       uuid,
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'STOPPED')),
    reason       text,                            -- the code of the refusal that stopped it
    detail       text,                            -- and what it said
    after        text collate "C",                -- at which key it is
    looked       bigint not null default 0,
    staged       bigint not null default 0,
    unchanged    bigint not null default 0,
    refused      bigint not null default 0,
    refusals     jsonb not null default '[]',     -- of the first of them: [{"key", "code", "detail"}]
    failures     integer not null default 0,      -- in a row, since it last got on
    started_at   timestamptz not null,
    ended_at     timestamptz,
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade,
    check ((state = 'STOPPED') = (reason is not null)),
    check ((state = 'RUNNING') = (ended_at is null))
);
create index bucket_import_of_dataset on bucket_import (dataset_id, id);
create index bucket_import_by_starter on bucket_import (starter_id);
create unique index bucket_import_running on bucket_import (dataset_id) where state = 'RUNNING';

-- What was imported to which path, so that it is not fetched again while both ends are as they were.
create table imported_object (
    dataset_id uuid not null references dataset on delete cascade,
    path       text collate "C" not null,
    mark       bytea not null,                    -- of bucket, key, tag and size
    digest     bytea not null,
    primary key (dataset_id, path)
);
