-- Making a dataset from versions of others, by filtering, merging or duplicating (section 7): a job that goes on without its
-- starter, with the rights that the starter has at each step. It fills the first draft of the new dataset and commits it.
create table derivation (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null references workspace,
    dataset_id   uuid references dataset on delete set null,   -- the new one; gone where the job did not get to its end
    name         text not null,
    draft        bigint not null,
    sources      jsonb not null,                -- versions in their order: [{"datasetId", "versionId", "name", "number"}]
    condition    jsonb,                         -- which of their items; null: all
    conflicts    text not null check (conflicts in ('ABORT', 'KEEP_FIRST', 'KEEP_LAST')),
    starter_id   uuid not null references app_user,
    key_id       uuid,
    state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'STOPPED')),
    reason       text,                          -- the code of the refusal that stopped it
    detail       text,                          -- and what it said
    source       integer not null default 0,    -- at which source it is
    after        text collate "C",              -- and at which path of it
    total        bigint not null default 0,     -- items of all sources
    handled      bigint not null default 0,     -- looked at so far
    taken        bigint not null default 0,     -- that came along
    started_at   timestamptz not null,
    ended_at     timestamptz,
    check ((state = 'STOPPED') = (reason is not null)),
    check ((state = 'RUNNING') = (ended_at is null))
);
create index derivation_by_starter on derivation (starter_id, id);
create index derivation_by_dataset on derivation (dataset_id);
