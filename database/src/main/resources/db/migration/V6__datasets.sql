-- Datasets and their versions (section 7). A line is a linear run of versions; a row of item holds from the version
-- in which it was added until the one in which it was removed, so a commit costs as much as the change.

create table dataset (
    id            uuid primary key default uuidv7(),
    workspace_id  uuid not null,
    project_id    uuid not null,
    name          text not null check (char_length(name) between 1 and 80),
    description   text not null default '' check (char_length(description) <= 2000),
    visibility    text not null default 'PROJECT' check (visibility in ('PRIVATE', 'PROJECT', 'OPEN')),
    owner_id      uuid not null,
    created_at    timestamptz not null,
    items         bigint not null default 0,      -- of the newest version of the main branch
    bytes         bigint not null default 0,
    versions      integer not null default 0,
    latest_id     uuid,                           -- newest version of the main branch
    latest        bigint,                         -- its number
    draft         bigint,                         -- number of the main branch's open draft
    cover         text,                           -- path of the first picture in it
    revision      bigint not null default 0,
    unique (workspace_id, id),
    foreign key (workspace_id, project_id) references project (workspace_id, id),
    -- O-02: who leaves must hand over first.
    foreign key (workspace_id, owner_id) references member (workspace_id, user_id)
);
create unique index dataset_name_in_project on dataset (project_id, lower(name));
create index dataset_by_name on dataset (workspace_id, lower(name) collate "C", id);
create index dataset_by_age on dataset (workspace_id, id);
create index dataset_in_project_by_name on dataset (project_id, lower(name) collate "C", id);
create index dataset_in_project_by_age on dataset (project_id, id);
create index dataset_open_by_name on dataset (lower(name) collate "C", id) where visibility = 'OPEN';
create index dataset_open_by_age on dataset (id) where visibility = 'OPEN';
create index dataset_by_owner on dataset (workspace_id, owner_id);

create table dataset_grant (
    workspace_id uuid not null,
    dataset_id   uuid not null,
    user_id      uuid not null,
    level        text not null check (level in ('PREVIEWER', 'VIEWER', 'USER', 'EDITOR', 'ADMIN')),
    granted_by   uuid not null references app_user,
    granted_at   timestamptz not null,
    primary key (dataset_id, user_id),
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade,
    foreign key (workspace_id, user_id) references member (workspace_id, user_id) on delete cascade
);
create index dataset_grant_by_user on dataset_grant (workspace_id, user_id);

create table line (
    id             bigint generated always as identity primary key,
    workspace_id   uuid not null,
    dataset_id     uuid not null,
    parent_line_id bigint references line,
    forked_at      bigint,                        -- the version of the parent line that this one overlays
    next_number    bigint not null default 1,     -- never reused, on no line of the dataset
    unique (dataset_id, id),
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id),
    check ((parent_line_id is null) = (forked_at is null))
);

create table branch (
    dataset_id uuid not null,
    name       text not null check (char_length(name) between 1 and 80),
    line_id    bigint not null unique,
    created_at timestamptz not null,
    primary key (dataset_id, name),
    foreign key (dataset_id, line_id) references line (dataset_id, id)
);

-- Which label types, categories and attributes a version declares; shared by versions that do not change it.
create table catalog (
    id           bigint generated always as identity primary key,
    workspace_id uuid not null references workspace,
    body         jsonb not null
);

create table version (
    line_id    bigint not null,
    number     bigint not null,
    id         uuid not null unique default uuidv7(),
    dataset_id uuid not null,
    message    text not null check (char_length(message) between 1 and 2000),
    author_id  uuid not null references app_user,
    created_at timestamptz not null,
    items      bigint not null,
    bytes      bigint not null,
    added      bigint not null,
    changed    bigint not null,
    removed    bigint not null,
    catalog_id bigint references catalog,
    statistics jsonb not null default '{}',       -- how many labels, by type and category
    primary key (line_id, number),
    unique (dataset_id, number),
    foreign key (dataset_id, line_id) references line (dataset_id, id)
);

create table tag (
    dataset_id uuid not null references dataset,
    name       text not null check (char_length(name) between 1 and 80),
    version_id uuid not null references version (id),
    created_at timestamptz not null,
    primary key (dataset_id, name)
);
create index tag_by_version on tag (version_id);

-- One open draft per branch: the primary key says so.
create table draft (
    line_id    bigint primary key,
    number     bigint not null,                   -- what its rows carry; becomes the version's number
    dataset_id uuid not null,
    opened_by  uuid not null references app_user,
    created_at timestamptz not null,
    catalog_id bigint references catalog,         -- null: as in the version before
    foreign key (dataset_id, line_id) references line (dataset_id, id),
    unique (dataset_id, number)
);

-- Labels and metadata of an item, immutable, shared by id inside a workspace only.
create sequence annot_id;
create table annot (
    id           bigint primary key default nextval('annot_id'),
    workspace_id uuid not null,
    labels       jsonb,
    meta         jsonb
);

create table item (
    line_id    bigint not null,
    path       text collate "C" not null,
    added_in   bigint not null,
    removed_in bigint not null default 9223372036854775807,
    digest     bytea,                             -- null: a tombstone over the parent line
    size       bigint not null,
    media_type text not null,
    annot_id   bigint,
    primary key (line_id, path, added_in)
);
-- What a draft or version changed, in the order of paths.
create index item_by_added on item (line_id, added_in, path);
create index item_by_removed on item (line_id, removed_in, path) where removed_in < 9223372036854775807;
create index item_head on item (line_id, path) where removed_in = 9223372036854775807;
-- Whether a content is in a dataset already. (Not a hash index: ten thousand empty files would be one long chain.)
create index item_by_digest on item (digest, line_id);

-- What each person sent into a dataset: only that, and what one may read there anyway, need not be sent again
-- (section 10: a digest is never a key).
create table sent_content (
    dataset_id uuid not null references dataset on delete cascade,
    user_id    uuid not null references app_user,
    digest     bytea not null references content,
    sent_at    timestamptz not null,
    primary key (dataset_id, user_id, digest)
);
create index sent_content_by_digest on sent_content (digest);
