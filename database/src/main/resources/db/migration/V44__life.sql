-- The life of workspaces (A-12 to A-16) and what people are told of it (O-07).

alter table workspace
    add deactivated_at timestamptz,               -- when the trial was found to be over, or a deletion was taken back after that
    add purge_at timestamptz,                     -- when a deactivated workspace is purged, or a dying one deleted
    add purged_at timestamptz,                    -- since when nothing but what A-15 lists is left of it
    alter owner_id drop not null,                 -- of one that was deleted for good only name and id are left, for the log
    add check (owner_id is not null or deleted_at is not null);
create index workspace_by_trial_end on workspace (trial_ends_at) where state = 'TRIAL' and deleted_at is null;
create index workspace_by_purge on workspace (purge_at) where purge_at is not null and deleted_at is null;
create index workspace_by_deactivation on workspace (deactivated_at) where state = 'DEACTIVATED' and deleted_at is null;

-- Which warnings went out before which end. Each goes out once, whatever the clock does meanwhile.
create table warning (
    workspace_id uuid not null references workspace,
    ending       text not null check (ending in ('TRIAL', 'PURGE', 'DELETION')),
    deadline     timestamptz not null,
    lead_ms      bigint not null,                 -- so long before the deadline it is due
    warned_at    timestamptz not null,
    watched_ms   bigint not null,                 -- of the time that has truly passed, how much had by then
    primary key (workspace_id, ending, deadline, lead_ms)
);

-- How much time has truly passed while some node was watching: no jump of the clock adds to it (O-07).
create table watched_time (
    one        boolean primary key default true check (one),
    watched_at timestamptz not null,
    watched_ms bigint not null
);

-- Purges that have begun and are not done: what they still have to find, whatever happens in the workspace meanwhile.
create table purge (
    workspace_id uuid primary key references workspace,
    begun_at     timestamptz not null,
    annots_below bigint not null                  -- labels made from then on belong to the workspace's next life
);
create index annot_by_workspace on annot (workspace_id);
create index version_by_catalog on version (catalog_id);
create index draft_by_catalog on draft (catalog_id);
create index catalog_by_workspace on catalog (workspace_id);
create index derivation_by_workspace on derivation (workspace_id);
