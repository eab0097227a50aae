-- T-03: somebody asked to open a dataset to everybody; a workspace admin confirms it, or says no. One at a time.
create table opening (
    dataset_id   uuid primary key,
    workspace_id uuid not null,
    asked_by     uuid not null references app_user,
    asked_at     timestamptz not null,
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade
);
create index opening_by_workspace on opening (workspace_id, dataset_id);
