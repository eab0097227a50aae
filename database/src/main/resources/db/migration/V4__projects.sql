-- Projects and the two gates before them (section 6): which organization has a project, which person is chosen.

create table project (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    name         text not null check (char_length(name) between 1 and 80),
    description  text not null default '' check (char_length(description) <= 2000),
    visibility   text not null default 'PRIVATE' check (visibility in ('PRIVATE', 'SHARED', 'PUBLIC')),
    creator_id   uuid not null,
    lead_id      uuid,
    created_at   timestamptz not null,
    archived_at  timestamptz,
    trashed_at   timestamptz,
    revision     bigint not null default 0,
    unique (workspace_id, id),
    foreign key (workspace_id) references workspace,
    -- O-02: who leaves must hand over first; the schema does not let it be forgotten.
    foreign key (workspace_id, creator_id) references member (workspace_id, user_id),
    foreign key (workspace_id, lead_id) references member (workspace_id, user_id) on delete set null (lead_id)
);
create index project_by_name on project (workspace_id, lower(name) collate "C", id) where trashed_at is null;
create index project_by_age on project (workspace_id, id) where trashed_at is null;
create index project_by_creator on project (workspace_id, creator_id);
create index project_by_lead on project (workspace_id, lead_id) where lead_id is not null;

create table project_member (
    workspace_id uuid not null,
    project_id   uuid not null,
    user_id      uuid not null,
    chosen_at    timestamptz not null,
    primary key (project_id, user_id),
    foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade,
    foreign key (workspace_id, user_id) references member (workspace_id, user_id) on delete cascade
);
create index project_member_by_user on project_member (workspace_id, user_id);

-- K-08: the projects of an organization whose access is limited. Without effect while its access is full.
create table collaborator_project (
    workspace_id    uuid not null,
    organization_id uuid not null,
    project_id      uuid not null,
    primary key (workspace_id, organization_id, project_id),
    foreign key (workspace_id, organization_id) references collaborator (workspace_id, organization_id) on delete cascade,
    foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index collaborator_project_by_project on collaborator_project (project_id, organization_id);

create table invitation_project (
    invitation_id uuid not null references workspace_invitation on delete cascade,
    workspace_id  uuid not null,
    project_id    uuid not null,
    primary key (invitation_id, project_id),
    foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index invitation_project_by_project on invitation_project (project_id);
