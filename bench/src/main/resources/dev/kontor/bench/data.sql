-- One organization with a workspace, a project and four datasets, the first with ${items} items and labels, all in one
-- version whose counters are true. Nothing is switched off while it runs.

insert into organization (id, name, created_at) values ('01941f29-7c00-7000-8000-000000000001', 'Acme', now());
insert into app_user (id, organization_id, name, email, administrator, proven, created_at, last_seen_at)
values ('01941f29-7c00-7000-8000-000000000002', '01941f29-7c00-7000-8000-000000000001', 'Ada', 'ada@bench.example', true, true, now(), now());
insert into workspace (id, organization_id, owner_id, name, plan, state, created_by, created_at)
values ('01941f29-7c00-7000-8000-000000000003', '01941f29-7c00-7000-8000-000000000001', '01941f29-7c00-7000-8000-000000000002', 'Data', 'ENTERPRISE', 'ENTERPRISE', '01941f29-7c00-7000-8000-000000000002', now());
insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
values ('01941f29-7c00-7000-8000-000000000003', '01941f29-7c00-7000-8000-000000000001', '{OWNER}', true, now());
insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
values ('01941f29-7c00-7000-8000-000000000003', '01941f29-7c00-7000-8000-000000000002', '01941f29-7c00-7000-8000-000000000001', '{OWNER}', '{ADMIN}', now());
insert into project (id, workspace_id, name, visibility, creator_id, created_at)
values ('01941f29-7c00-7000-8000-000000000004', '01941f29-7c00-7000-8000-000000000003', 'Streets', 'PUBLIC', '01941f29-7c00-7000-8000-000000000002', now());

insert into catalog (workspace_id, body) values ('01941f29-7c00-7000-8000-000000000003', '{"CLASSIFICATION": {}, "BOX2D": {}}');

-- A few contents stand for all: what is measured here is not how bytes are read.
insert into content (digest, size, crc32, bytes, stored_at)
select sha256(int8send(k)), 8, 0, int8send(k), now() from generate_series(0, 999) k;

-- They pass for pictures, so that formats of pictures carry them.
insert into picture (digest, width, height, orientation) select digest, 1920, 1080, 1 from content;

create temp table d (k integer, id uuid, name text, items bigint) on commit drop;
insert into d values
    (1, '01941f29-7c00-7000-8000-000000000011', 'Million', ${items}),
    (2, '01941f29-7c00-7000-8000-000000000012', 'Thousand', 1000),
    (3, '01941f29-7c00-7000-8000-000000000013', 'Most', ${items} * 6 / 10),
    (4, '01941f29-7c00-7000-8000-000000000014', 'Uploads', 0);

insert into dataset (id, workspace_id, project_id, name, owner_id, created_at)
select id, '01941f29-7c00-7000-8000-000000000003', '01941f29-7c00-7000-8000-000000000004', name, '01941f29-7c00-7000-8000-000000000002', now() from d order by k;

insert into line (workspace_id, dataset_id, next_number)
select '01941f29-7c00-7000-8000-000000000003', id, 2 from d where items > 0 order by k;
insert into branch (dataset_id, name, line_id, created_at) select dataset_id, 'main', id, now() from line;

-- One classification and two boxes for each item; every row of labels is its own.
insert into annot (id, workspace_id, labels)
select n, '01941f29-7c00-7000-8000-000000000003', jsonb_build_object(
    'CLASSIFICATION', jsonb_build_object('category', 'class ' || n % 100),
    'BOX2D', jsonb_build_array(
        jsonb_build_object('box2d', jsonb_build_object('xmin', n % 600, 'ymin', n % 400, 'xmax', n % 600 + 40, 'ymax', n % 400 + 30),
                           'category', 'car', 'attributes', jsonb_build_object('occluded', n % 3 = 0)),
        jsonb_build_object('box2d', jsonb_build_object('xmin', n % 300, 'ymin', n % 200, 'xmax', n % 300 + 80, 'ymax', n % 200 + 60),
                           'category', 'van')))
from generate_series(1, ${items}) n;
select setval('annot_id', ${items});

insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
select l.id, 'drive ' || lpad((n / 10000) :: text, 4, '0') || '/camera ' || n / 1000 % 10 || '/' || lpad(n :: text, 9, '0') || '.jpg',
       1, sha256(int8send(n % 1000)), 8, 'image/jpeg', n
from d join line l on l.dataset_id = d.id cross join lateral generate_series(1, d.items) n
order by l.id, 2;

insert into version (line_id, number, dataset_id, message, author_id, created_at, items, bytes, added, changed, removed, catalog_id, statistics)
select l.id, 1, d.id, 'All of it', '01941f29-7c00-7000-8000-000000000002', now(), d.items, d.items * 8, d.items, 0, 0, (select min(id) from catalog),
       jsonb_build_object(
           'labels', jsonb_build_object(
               'BOX2D', jsonb_build_object('car', d.items, 'van', d.items),
               'CLASSIFICATION', (select jsonb_object_agg('class ' || c, (d.items - c) / 100 + case when c = 0 then 0 else 1 end)
                                  from generate_series(0, 99) c)),
           'mediaTypes', jsonb_build_object('image/jpeg', d.items))
from d join line l on l.dataset_id = d.id;

update dataset set items = v.items, bytes = v.bytes, versions = 1, latest_id = v.id, latest = 1 from version v where v.dataset_id = dataset.id;

-- Elsewhere, a library that opened 100,000 datasets to everybody.
insert into organization (id, name, created_at) values ('01941f29-7c00-7000-8000-000000000101', 'Library', now());
insert into app_user (id, organization_id, name, email, administrator, proven, created_at, last_seen_at)
values ('01941f29-7c00-7000-8000-000000000102', '01941f29-7c00-7000-8000-000000000101', 'Lib', 'lib@bench.example', true, true, now(), now());
insert into workspace (id, organization_id, owner_id, name, plan, state, created_by, created_at)
values ('01941f29-7c00-7000-8000-000000000103', '01941f29-7c00-7000-8000-000000000101', '01941f29-7c00-7000-8000-000000000102', 'Shelves', 'ENTERPRISE', 'ENTERPRISE', '01941f29-7c00-7000-8000-000000000102', now());
insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
values ('01941f29-7c00-7000-8000-000000000103', '01941f29-7c00-7000-8000-000000000101', '{OWNER}', true, now());
insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
values ('01941f29-7c00-7000-8000-000000000103', '01941f29-7c00-7000-8000-000000000102', '01941f29-7c00-7000-8000-000000000101', '{OWNER}', '{ADMIN}', now());
insert into project (workspace_id, name, visibility, creator_id, created_at)
select '01941f29-7c00-7000-8000-000000000103', 'Shelf ' || n, 'PUBLIC', '01941f29-7c00-7000-8000-000000000102', now() from generate_series(1, 1000) n;
insert into dataset (workspace_id, project_id, name, visibility, owner_id, created_at)
select p.workspace_id, p.id,
       (array['Aerial', 'Foggy', 'Harbour', 'Night', 'Rainy', 'Tunnel', 'Urban', 'Yard'])[1 + n % 8] || ' '
           || (array['cars', 'cyclists', 'faces', 'lights', 'people', 'signs', 'trucks'])[1 + n % 7] || ' ' || n,
       'OPEN', '01941f29-7c00-7000-8000-000000000102', now()
from (select id, workspace_id, row_number() over (order by id) as k from project
      where workspace_id = '01941f29-7c00-7000-8000-000000000103') p
join generate_series(1, 100000) n on n % 1000 = p.k - 1;
