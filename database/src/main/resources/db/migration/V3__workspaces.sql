-- Workspaces, collaborators, members (sections 3 to 5). What must never be wrong is a constraint here:
-- M-05 (roles fit the collaboration types), A-08 (the owner is an ADMIN of the owning organization).

create table workspace (
    id              uuid primary key default uuidv7(),
    organization_id uuid not null references organization,
    owner_id        uuid not null references app_user,
    name            text not null check (char_length(name) between 1 and 80),
    description     text not null default '' check (char_length(description) <= 2000),
    plan            text not null default 'TRIAL' check (plan in ('TRIAL', 'ENTERPRISE')),
    state           text not null default 'TRIAL'
                    check (state in ('TRIAL', 'ENTERPRISE', 'DEACTIVATED', 'DELETION_SCHEDULED', 'PURGED')),
    trial_ends_at   timestamptz,
    created_by      uuid not null references app_user,
    created_at      timestamptz not null,
    deleted_at      timestamptz,
    implicit_members boolean not null default true,   -- M-09
    revision        bigint not null default 0
);
-- A-05: a created one counts until it is deleted for good, also after a transfer.
create unique index workspace_one_per_creator on workspace (created_by) where deleted_at is null;
create index workspace_by_organization on workspace (organization_id, id);

-- M-05, section 4: the roles that people of an organization with these types may hold.
create function roles_allowed(types text[]) returns text[] language sql immutable parallel safe
return case when 'OWNER' = any (types) then array ['ADMIN', 'DEVELOPER', 'PROJECT_MANAGER', 'ANNOTATION_MANAGER']
            else case when 'DATA_PARTNER' = any (types) then array ['DEVELOPER'] else array [] :: text[] end
              || case when 'PRODUCER_PARTNER' = any (types) then array ['PROJECT_MANAGER', 'ANNOTATION_MANAGER']
                      else array [] :: text[] end
              || case when 'ANNOTATION_PARTNER' = any (types) then array ['ANNOTATION_MANAGER'] else array [] :: text[] end
       end;

create table collaborator (
    workspace_id    uuid not null references workspace,
    organization_id uuid not null references organization,
    types           text[] not null               -- sorted, so that equal sets are equal
                    check (types <@ array ['ANNOTATION_PARTNER', 'DATA_PARTNER', 'OWNER', 'PRODUCER_PARTNER']
                        and cardinality(types) between 1 and 3
                        and (not 'OWNER' = any (types) or cardinality(types) = 1)),
    full_access     boolean not null default false,
    auto_invite     boolean not null default false,
    created_at      timestamptz not null,
    revision        bigint not null default 0,
    primary key (workspace_id, organization_id),
    unique (workspace_id, organization_id, types) -- lets members carry the types they were checked against
);
create index collaborator_by_organization on collaborator (organization_id);
create unique index collaborator_one_owner on collaborator (workspace_id) where types = array ['OWNER'];

create table member (
    workspace_id    uuid not null,
    user_id         uuid not null,
    organization_id uuid not null,
    types           text[] not null,              -- follows the collaborator's, by the foreign key below
    roles           text[] not null default '{}', -- besides MEMBER, which everybody holds; sorted
    joined_at       timestamptz not null,
    revision        bigint not null default 0,
    primary key (workspace_id, user_id),
    foreign key (workspace_id, organization_id, types)
        references collaborator (workspace_id, organization_id, types) on update cascade,
    foreign key (user_id, organization_id) references app_user (id, organization_id),
    constraint roles_fit_types check (roles <@ roles_allowed(types))   -- M-05, at every moment
);
create index member_by_user on member (user_id);
create index member_by_organization on member (workspace_id, organization_id);

-- A-08: the owner is a member as long as the workspace lives.
alter table workspace add foreign key (id, owner_id) references member (workspace_id, user_id)
    deferrable initially deferred;

-- M-08, O-10: whom nobody brings back in bulk.
create table former_member (
    workspace_id uuid not null references workspace,
    user_id      uuid not null references app_user,
    left_at      timestamptz not null,
    primary key (workspace_id, user_id)
);

-- Invitations into a workspace: a person (M-07) or a partner organization through one of its people (K-05).
create table workspace_invitation (
    id              uuid primary key default uuidv7(),
    token           text not null unique,
    workspace_id    uuid not null references workspace,
    kind            text not null check (kind in ('MEMBER', 'COLLABORATOR')),
    organization_id uuid references organization, -- whose people it is for; of a COLLABORATOR: once accepted
    brings_in       boolean not null default false, -- M-07: joins the organization in the same step
    email           text not null,
    roles           text[] not null default '{}',
    types           text[] not null default '{}',
    full_access     boolean not null default false,
    inviter_id      uuid not null references app_user,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    accepted_at     timestamptz,
    accepted_by     uuid references app_user,
    revoked_at      timestamptz,
    check (kind = 'MEMBER' and organization_id is not null and types = '{}' or kind = 'COLLABORATOR' and types <> '{}')
);
create index workspace_invitation_by_workspace on workspace_invitation (workspace_id, id);
create index workspace_invitation_by_email on workspace_invitation (lower(email));
create index workspace_invitation_by_organization on workspace_invitation (organization_id);
