-- Reading the log by time (C-07): of a workspace or of an organization's people, newest first, each filter with an
-- index that serves the order as well.
drop index audit_event_by_workspace;
drop index audit_event_by_actor_organization;
create index audit_event_by_workspace on audit_event (workspace_id, at, id);
create index audit_event_by_workspace_kind on audit_event (workspace_id, kind, at, id);
create index audit_event_by_organization on audit_event (actor_organization_id, at, id);
create index audit_event_by_organization_kind on audit_event (actor_organization_id, kind, at, id);
-- whoever and whatever it is, is of one organization or one workspace: these serve both places
create index audit_event_by_actor on audit_event (actor_id, at, id);
create index audit_event_by_object on audit_event (object_id, at, id);
