-- A-04: a workspace's logo, PNG or JPEG, shrunk when it comes in.

create table workspace_logo (
    workspace_id uuid primary key references workspace on delete cascade,
    media_type   text not null check (media_type in ('image/png', 'image/jpeg')),
    bytes        bytea not null check (octet_length(bytes) between 1 and 1048576),
    mark         text not null                    -- changes with the picture, so that addresses of it do
);
alter table workspace_logo alter column bytes set storage external;
