-- How people come to a level of their own on a dataset (T-12 to T-14).

-- Gives its level to members who follow it; others apply through it. For one address it is an invitation, and then the
-- link is kept for those who could make it (docs/decisions/0003); of other links only the digest of the secret.
create table dataset_link (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    dataset_id   uuid not null,
    digest       bytea not null unique,
    email        text,
    secret       text,
    level        text not null check (level in ('PREVIEWER', 'VIEWER', 'USER', 'EDITOR', 'ADMIN')),
    maker_id     uuid not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    check ((email is null) = (secret is null)),
    check (email is not null or level <> 'ADMIN'),
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade,
    -- O-02: ends with its maker's membership
    foreign key (workspace_id, maker_id) references member (workspace_id, user_id) on delete cascade
);
create unique index dataset_link_of_address on dataset_link (dataset_id, maker_id, lower(email)) where email is not null;
create index dataset_link_by_dataset on dataset_link (workspace_id, dataset_id, id);
create index dataset_link_by_maker on dataset_link (workspace_id, maker_id);

-- Somebody who is to get a level, as soon as all whom it takes have said yes: who lets them into the workspace or the
-- project, and the dataset's owner.
create table application (
    id                uuid primary key default uuidv7(),
    workspace_id      uuid not null,
    dataset_id        uuid not null,
    user_id           uuid not null references app_user,
    level             text not null check (level in ('PREVIEWER', 'VIEWER', 'USER', 'EDITOR', 'ADMIN')),
    inviter_id        uuid not null references app_user,
    enters            text not null check (enters in ('NOTHING', 'PROJECT', 'WORKSPACE')),
    entry_approved    boolean not null,
    asks_owner        boolean not null,
    owner_approved    boolean not null default false,
    state             text not null default 'OPEN' check (state in ('OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
    created_at        timestamptz not null,
    decided_at        timestamptz,
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade,
    check ((state = 'OPEN') = (decided_at is null)),
    check (enters <> 'NOTHING' or entry_approved)
);
create unique index application_open on application (dataset_id, user_id) where state = 'OPEN';
create index application_by_dataset on application (dataset_id, id);
create index application_to_workspace on application (workspace_id, id)
    where state = 'OPEN' and enters = 'WORKSPACE' and not entry_approved;
create index application_by_user on application (user_id, id);

-- T-16: what was asked ends with the dataset.
create index notification_of_application on notification ((words ->> 'dataset'))
    where settled_at is null and kind in ('LEVEL_ASKED', 'JOINING_ASKED', 'CHOOSING_ASKED');

-- Mails say the whole way to what they invite to.
update mail set words = (words - 'token') || jsonb_build_object('link', '/invite/' || (words ->> 'token')) where words ? 'token';
