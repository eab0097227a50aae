-- How people come into workspaces by themselves (K-10, M-09), and who may prevent it (O-04).

-- O-04: organizations whose administrators let nobody auto-invite their people.
create table auto_invite_refusal (
    organization_id uuid primary key references organization,
    refused_by      uuid not null references app_user,
    refused_at      timestamptz not null
);

-- O-10: who came into an organization while a workspace was not writable, and becomes a member once it is.
create table waiting_member (
    workspace_id    uuid not null references workspace,
    user_id         uuid not null references app_user,
    organization_id uuid not null references organization,
    since           timestamptz not null,
    primary key (workspace_id, user_id)
);
