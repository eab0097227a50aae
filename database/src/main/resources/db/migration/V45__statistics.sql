-- A-10: figures of each day, kept as figures, so that they outlive what they count (A-15): of a workspace, of its projects, of
-- the organizations in it. The last day grows until it is over. No foreign keys to what may go.

create table workspace_day (
    workspace_id uuid not null references workspace,
    day          date not null,
    members      integer not null,
    partners     integer not null,                -- organizations besides the owning one
    ongoing      integer not null,                -- projects, by their state
    archived     integer not null,
    trashed      integer not null,
    datasets     bigint not null,
    items        bigint not null,                 -- of the newest versions
    versions     bigint not null,
    documents    bigint not null,
    bytes        bigint not null,                 -- what counts (O-08): the sum over its projects
    open_bytes   bigint not null,
    actions      integer not null default 0,
    active       integer not null default 0,      -- people who did something
    primary key (workspace_id, day)
);

create table project_day (
    workspace_id uuid not null references workspace,
    day          date not null,
    project_id   uuid not null,
    name         text not null,                   -- as it was called then
    state        text not null check (state in ('ONGOING', 'ARCHIVED', 'TRASHED')),
    members      integer not null,                -- chosen ones
    datasets     bigint not null,
    items        bigint not null,
    versions     bigint not null,
    documents    bigint not null,
    bytes        bigint not null,
    open_bytes   bigint not null,
    primary key (workspace_id, day, project_id)
);

create table organization_day (
    workspace_id    uuid not null references workspace,
    day             date not null,
    organization_id uuid not null,
    name            text not null,
    members         integer not null,
    actions         integer not null default 0,
    primary key (workspace_id, day, organization_id)
);
