-- What was imported into a dataset, and what was read of files for it, may be very much. Like its items it leaves after the dataset
-- (decision 25), so many rows at once that nobody waits for it; until then nobody sees it.
create table leaving_row (
    dataset_id   uuid not null,                 -- whose they were
    kind         text not null,                 -- the table that they are in
    key          uuid not null,                 -- by which they are found there
    workspace_id uuid not null,
    project_id   uuid not null,
    primary key (dataset_id, kind, key),
    foreign key (workspace_id, project_id) references project (workspace_id, id)
);
create index leaving_row_by_project on leaving_row (workspace_id, project_id);

-- No more in the statement that deletes the dataset.
alter table imported_object drop constraint imported_object_dataset_id_fkey;
alter table import_item drop constraint import_item_import_id_fkey;
alter table import_label drop constraint import_label_import_id_fkey;
alter table import_problem drop constraint import_problem_import_id_fkey;
