-- The office of an organization administrator: its lists (C-02, C-06), and how one organization names another (O-04).

create index app_user_here_by_age on app_user (organization_id, created_at, id) where removed_at is null;
create index app_user_here_by_use on app_user (organization_id, (coalesce(last_seen_at, 'epoch' :: timestamptz)), id)
    where removed_at is null;
create index app_user_administrators on app_user (organization_id) where administrator and removed_at is null;

-- What somebody hands to another organization to be let see its people. Random, because it must tell nobody who is here.
alter table organization
    add code text not null unique default left(replace(gen_random_uuid() :: text, '-', ''), 24);

-- O-06: one-time links to a new password. Only the digest is kept.
create table password_reset (
    digest     bytea primary key,                 -- SHA-256 of the link's secret
    user_id    uuid not null references app_user on delete cascade,
    source     text not null check (source in ('MAIL', 'ADMINISTRATOR', 'OPERATOR')),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index password_reset_by_user on password_reset (user_id);
create index password_reset_by_expiry on password_reset (expires_at);
