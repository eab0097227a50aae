-- Searching open datasets reads every name of theirs where nothing fits: from the index alone, in order, rather than from as
-- many rows in all places (100,000 of them: 11 ms, 49 to 94 before).
drop index dataset_open_by_name;
create index dataset_open_by_name on dataset (lower(name) collate "C", id) include (name, workspace_id) where visibility = 'OPEN';
drop index dataset_open_by_age;
create index dataset_open_by_age on dataset (id, (lower(name) collate "C")) include (name, workspace_id) where visibility = 'OPEN';
