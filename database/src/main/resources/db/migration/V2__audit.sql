-- Who did what (C-07, section 10). Names and ids, never contents; no foreign keys, because it outlives what it
-- speaks of. Nobody changes or deletes a row: the database refuses.

create table audit_event (
    id                    uuid primary key default uuidv7(),
    at                    timestamptz not null,
    actor_id              uuid not null,
    actor_name            text not null,
    actor_organization_id uuid not null,
    organization_id       uuid,                   -- the organization it happened in, where it was one
    workspace_id          uuid,                   -- the workspace it happened in, where it was one
    kind                  text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
    object_kind           text not null,
    object_id             text,
    object_name           text,
    detail                jsonb not null default '{}',
    key_id                uuid                    -- the access key that acted, if one did
);
create index audit_event_by_workspace on audit_event (workspace_id, id);
create index audit_event_by_actor_organization on audit_event (actor_organization_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are written once', tg_table_name;
end $$;

create trigger audit_event_is_final before update or delete on audit_event
    for each row execute function refuse_change();
create trigger audit_event_stays before truncate on audit_event
    for each statement execute function refuse_change();
