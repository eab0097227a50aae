-- Organizations, their users, and how users prove who they are (rules C-01 to C-07, O-01, O-06).

create table organization (
    id         uuid primary key default uuidv7(),
    name       text not null check (char_length(name) between 1 and 80),
    created_at timestamptz not null,
    closed_at  timestamptz,                       -- C-01: an organization left without users
    revision   bigint not null default 0
);
create index organization_by_name on organization (lower(name), id);

-- "user" is a word of SQL itself: unquoted it means the database's own user, so the table has another name.
create table app_user (
    id              uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    name            text not null check (char_length(name) between 1 and 80),
    email           text not null check (char_length(email) between 3 and 254),
    password_hash   text,
    administrator   boolean not null default false,   -- of the organization (C-03)
    proven          boolean not null default false,   -- O-01: the address was shown to be theirs
    locked_at       timestamptz,                      -- C-06
    removed_at      timestamptz,                      -- C-06: a tombstone keeps the name
    created_at      timestamptz not null,
    last_seen_at    timestamptz,
    revision        bigint not null default 0,
    unique (id, organization_id)
);
create unique index app_user_by_email on app_user (lower(email)) where removed_at is null;
create index app_user_by_organization on app_user (organization_id, lower(name), id);

create table session (
    digest       bytea primary key,               -- SHA-256 of the cookie's secret
    id           uuid not null unique default uuidv7(),
    user_id      uuid not null references app_user on delete cascade,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    address      text,
    agent        text
);
create index session_by_user on session (user_id);
create index session_by_expiry on session (expires_at);

create table access_key (
    id           uuid primary key default uuidv7(),
    user_id      uuid not null references app_user on delete cascade,
    name         text not null check (char_length(name) between 1 and 80),
    digest       bytea not null unique,           -- SHA-256 of the secret, which is shown once
    prefix       text not null,
    workspaces   uuid[],                          -- null: every workspace of the user
    permissions  text[],                          -- null: everything the user may do
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz
);
create index access_key_by_user on access_key (user_id, id);

-- Attempts are counted before the password is hashed, per account and per network address.
create table sign_in_attempt (
    subject      text primary key,
    window_start timestamptz not null,
    attempts     integer not null
);
create index sign_in_attempt_by_age on sign_in_attempt (window_start);

-- O-04: users of the first organization may see and pick people of the second.
create table workforce_access (
    organization_id uuid not null references organization,
    seen_id         uuid not null references organization,
    granted_by      uuid not null references app_user,
    granted_at      timestamptz not null,
    primary key (organization_id, seen_id),
    check (organization_id <> seen_id)            -- to itself it is given, without a row
);
create index workforce_access_by_seen on workforce_access (seen_id);

-- Invitations of colleagues into one's own organization (C-06, O-01). The token is kept as it is,
-- because its link can be shown again to those who could make the same invitation.
create table user_invitation (
    id              uuid primary key default uuidv7(),
    token           text not null unique,
    organization_id uuid not null references organization,
    email           text not null,
    administrator   boolean not null default false,
    inviter_id      uuid not null references app_user,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    accepted_at     timestamptz,
    accepted_by     uuid references app_user,
    revoked_at      timestamptz
);
create index user_invitation_by_organization on user_invitation (organization_id, id);
create index user_invitation_by_email on user_invitation (lower(email));
