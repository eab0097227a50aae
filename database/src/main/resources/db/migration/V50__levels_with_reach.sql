-- The levels granted to somebody in a workspace are read together with what they reach there, from the index alone.
drop index dataset_grant_by_user;
create index dataset_grant_by_user on dataset_grant (workspace_id, user_id) include (dataset_id, level);
