-- Downloads of whole versions that are under way: none of their versions is deleted meanwhile. A row that was not touched
-- for a while is of a server that ended, and counts no more.
create table running_export (
    id         uuid primary key default uuidv7(),
    version_id uuid not null references version (id) on delete cascade,
    user_id    uuid not null,
    seen_at    timestamptz not null
);
create index running_export_by_version on running_export (version_id);
