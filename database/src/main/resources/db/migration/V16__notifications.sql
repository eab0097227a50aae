-- Telling people what concerns them (section 10): what is still to be told, what was told, by mail as well; and how
-- open pages hear that something changed.

-- The outbox: events of the log that somebody is to be told of. Written with the event, deleted with the notifications
-- that were made of it, so a crash in between loses nothing and tells nothing twice.
create table untold_event (
    event_id uuid primary key,
    due_at   timestamptz not null,
    attempts integer not null default 0           -- that failed
);
create index untold_event_by_due on untold_event (due_at, event_id);

create table notification (
    id                    uuid primary key default uuidv7(),
    user_id               uuid not null references app_user on delete cascade,
    event_id              uuid not null,
    kind                  text not null,
    at                    timestamptz not null,
    actor_id              uuid not null,
    actor_name            text not null,          -- names as they were, like the log's
    actor_organization_id uuid not null,
    actor_organization    text not null,
    organization_id       uuid,                   -- the organization it is about, where it is about one
    workspace_id          uuid,
    workspace_name        text,
    object_kind           text not null,
    object_id             text,
    object_name           text,
    words                 jsonb not null default '{}',   -- what else its sentence says
    read_at               timestamptz,
    settled_at            timestamptz,            -- what it asks for was done, by whomever
    outcome               text,
    mail_due              boolean not null default false,
    unique nulls not distinct (event_id, user_id, kind, object_id)
);
create index notification_by_user on notification (user_id, at, id);
create index notification_unread on notification (user_id, at, id) where read_at is null;
create index notification_unmailed on notification (user_id, id) where mail_due and read_at is null;
-- what is done outside of the notification centre settles it as well
create index notification_unsettled on notification (object_id) where settled_at is null;
create index notification_bring_in on notification (organization_id, lower(object_name))
    where kind = 'BRING_IN' and settled_at is null;

-- Only what differs from what a kind does by itself.
create table notification_preference (
    user_id uuid not null references app_user on delete cascade,
    kind    text not null,
    mail    boolean not null,
    primary key (user_id, kind)
);

-- Mails that are to be sent, and what became of them: of an invitation one, resent by starting again; of a person's
-- notifications one at a time, which takes along all that has gathered.
create table mail (
    id            uuid primary key default uuidv7(),
    invitation_id uuid unique,
    user_id       uuid references app_user on delete cascade,
    address       text,                           -- of an invitation; a person's is looked up when it is sent
    words         jsonb not null default '{}',
    state         text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'FAILED', 'DROPPED')),
    attempts      integer not null default 0,
    due_at        timestamptz not null,
    created_at    timestamptz not null,
    done_at       timestamptz,
    problem       text,
    check (num_nonnulls(invitation_id, user_id) = 1 and (invitation_id is null) = (address is null))
);
create index mail_due on mail ((user_id is not null), due_at) where state = 'PENDING';
create unique index mail_of_user on mail (user_id) where state = 'PENDING';

-- Every node hears of what was committed, in the moment of the commit. Left out is what changes nothing that a page
-- shows, or happens too often to be told one by one.
create function tell_nodes() returns trigger language plpgsql as $$
begin
    perform pg_notify('kontor', json_build_object('kind', new.kind, 'workspace', new.workspace_id, 'organization',
        new.organization_id, 'actor', new.actor_id, 'object', new.object_id)::text);
    return null;
end $$;
create trigger audit_event_is_heard after insert on audit_event for each row
    when (new.kind not in ('user.signed-in', 'draft.changed', 'dataset.exported', 'activity.exported'))
    execute function tell_nodes();

create function tell_user() returns trigger language plpgsql as $$
begin
    perform pg_notify('kontor', json_build_object('kind', 'notification', 'actor', new.user_id)::text);
    return null;
end $$;
create trigger notification_is_heard after insert or update on notification for each row execute function tell_user();
