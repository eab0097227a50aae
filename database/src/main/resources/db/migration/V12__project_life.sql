-- The life of projects (O-12, O-13): the period they are planned for, the trash and its end; and the documents and
-- references that they keep for all who see them (A-02).

alter table project
    add starts_on date,
    add ends_on date,
    add trashed_by uuid references app_user,   -- in whose name it leaves the trash for good
    add purged_at timestamptz,                 -- the purge has begun: nobody sees it any more, its rows are on their way out
    add check (ends_on >= starts_on),
    add check (purged_at is null or trashed_at is not null);
create index project_in_trash on project (trashed_at) where trashed_at is not null;
create index project_trash_by_workspace on project (workspace_id, lower(name) collate "C", id) where trashed_at is not null;

create table document (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    project_id   uuid not null,
    kind         text not null check (kind in ('FILE', 'LINK')),
    name         text not null check (char_length(name) between 1 and 200),
    url          text check (char_length(url) <= 2000),
    digest       bytea references content,
    size         bigint,
    media_type   text,
    author_id    uuid not null references app_user,   -- who brought it, or its present content
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    revision     bigint not null default 0,
    foreign key (workspace_id, project_id) references project (workspace_id, id),
    check ((kind = 'LINK') = (url is not null)),
    check (num_nonnulls(digest, size, media_type) = case kind when 'FILE' then 3 else 0 end)
);
create unique index document_name_in_project on document (project_id, lower(name));
create index document_by_name on document (project_id, lower(name) collate "C", id);
create index document_by_age on document (project_id, id);
create index document_by_digest on document (digest) where digest is not null;
