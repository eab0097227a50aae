-- On top of access.sql, in its transaction: what "bench life" measures. A year of history of the large workspace, storage and
-- actions everywhere; ${lives} small workspaces more; "Doomed", with ${items} items of ${contents} contents, every hundredth of
-- them large, whose trial is over; and "Neighbour", which has some of the same contents. The admin of the large workspace also
-- administers its organization, and is admin of the neighbour.

update app_user set administrator = true where email = 'admin@bench.example';

insert into project_storage (project_id, workspace_id, contents, bytes)
select id, workspace_id, bytes / 48000, bytes from p cross join lateral (select pg_temp.pick('bytes', p.n, 90000000) as bytes);

-- ---- a year

insert into workspace_day
select w.id, current_date - i, 500, 20, 4900, 100, 0, 50000 - i, 100000000 - i * 1000, 60000 - i, 0, 200000000000 - i * 1000000, 0, 900, 200
from w cross join generate_series(1, 364) i where w.n = 1;
insert into project_day
select p.workspace_id, current_date - i, p.id, 'Project ' || p.n, 'ONGOING', 3, 10, 20000 - i, 12, 0, pg_temp.pick('bytes', p.n, 90000000) - i, 0
from p cross join generate_series(1, 364) i where p.w = 1;
insert into organization_day
select c.workspace_id, current_date - i, c.organization_id, 'Partner', 30, 40 from c cross join generate_series(1, 364) i where c.n = 1;
insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id, kind, object_kind, object_id, object_name)
select now() - i * interval '50 seconds', u.id, u.name, o.id, w.id, 'dataset.edited', 'dataset', 'none', 'Streets'
from generate_series(1, 100000) i
join u on u.n = 1 + i % (${users} / 5)
join o on o.k = u.k
join w on w.n = 1;

-- ---- many workspaces

create temp table s on commit drop as
select i, 1 + i % ${organizations} as k, pg_temp.id('life', 2000000 + i, 1) as workspace_id,
       pg_temp.id('liver', 2000000 + i, 1) as user_id, pg_temp.id('lived', 2000000 + i, 1) as project_id
from generate_series(1, ${lives}) i;
insert into app_user (id, organization_id, name, email, administrator, proven, created_at)
select s.user_id, o.id, 'Owner ' || s.i, 'owner' || s.i || '@life.example', false, true, o.at from s join o using (k);
insert into workspace (id, organization_id, owner_id, name, plan, state, created_by, created_at)
select s.workspace_id, o.id, s.user_id, 'Small ' || s.i, 'ENTERPRISE', 'ENTERPRISE', s.user_id, o.at from s join o using (k);
insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
select s.workspace_id, o.id, array ['OWNER'], true, o.at from s join o using (k);
insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
select s.workspace_id, s.user_id, o.id, array ['OWNER'], array ['ADMIN'], o.at from s join o using (k);
insert into project (id, workspace_id, name, visibility, creator_id, created_at)
select project_id, workspace_id, 'Only', 'PUBLIC', user_id, now() from s;
insert into dataset (workspace_id, project_id, name, owner_id, created_at, items, versions)
select workspace_id, project_id, 'Day ' || n, user_id, now(), 100, 1 from s cross join generate_series(1, 2) n;
insert into project_storage (project_id, workspace_id, contents, bytes) select project_id, workspace_id, i, i * 1000 from s;

-- ---- the one that goes, and its neighbour

create temp table z on commit drop as
select z.*, pg_temp.id('life', 4000000 + z.i, 1) as workspace_id, pg_temp.id('liver', 4000000 + z.i, 1) as user_id,
       pg_temp.id('lived', 4000000 + z.i, 1) as project_id
from (values (1, 'Doomed', 'TRIAL', 'DEACTIVATED', now() + interval '20 days', 10, ${items} / 10),
             (2, 'Neighbour', 'ENTERPRISE', 'ENTERPRISE', null, 2, ${items} / 20)) z(i, name, plan, state, purge_at, datasets, items);
insert into app_user (id, organization_id, name, email, administrator, proven, created_at)
select z.user_id, o.id, 'Owner of ' || z.name, lower(z.name) || '@bench.example', false, true, o.at from z join o on o.k = 1;
insert into workspace (id, organization_id, owner_id, name, plan, state, created_by, created_at, trial_ends_at, deactivated_at, purge_at)
select z.workspace_id, o.id, z.user_id, z.name, z.plan, z.state, z.user_id, o.at,
       case z.plan when 'TRIAL' then now() - interval '10 days' end, case z.plan when 'TRIAL' then now() - interval '10 days' end, z.purge_at
from z join o on o.k = 1;
insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
select z.workspace_id, o.id, array ['OWNER'], true, o.at from z join o on o.k = 1;
insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
select z.workspace_id, u.id, u.organization_id, array ['OWNER'], array ['ADMIN'], now()
from z join app_user u on u.id = z.user_id or u.email = 'admin@bench.example' and z.name = 'Neighbour';
insert into project (id, workspace_id, name, visibility, creator_id, created_at)
select project_id, workspace_id, 'All', 'PUBLIC', user_id, now() from z;

-- Every hundredth is a file, which the bench writes.
insert into content (digest, size, crc32, bytes, stored_at, head)
select sha256(b.bytes), length(b.bytes), 0, case when k % 100 > 0 then b.bytes end, now(), case when k % 100 = 0 then substring(b.bytes for 64) end
from generate_series(0, ${contents} - 1) k
cross join lateral (select convert_to(rpad('content ' || k || ' ', case when k % 100 = 0 then 70000 else 1000 end, 'x'), 'UTF8') as bytes) b;
create temp table k on commit drop as
select k, sha256(convert_to(rpad('content ' || k || ' ', case when k % 100 = 0 then 70000 else 1000 end, 'x'), 'UTF8')) as digest,
       case when k % 100 = 0 then 70000 else 1000 end as size
from generate_series(0, ${contents} - 1) k;
create unique index on k (k);
analyze k;

create temp table e on commit drop as
select z.i, n, z.workspace_id, z.project_id, z.user_id, z.items, pg_temp.id('living', 4000000 + z.i * 100 + n, 1) as id
from z cross join lateral generate_series(1, z.datasets) n;
insert into dataset (id, workspace_id, project_id, name, owner_id, created_at)
select id, workspace_id, project_id, 'Day ' || n, user_id, now() from e order by i, n;
insert into line (workspace_id, dataset_id, next_number) select workspace_id, id, 2 from e order by i, n;
insert into branch (dataset_id, name, line_id, created_at) select l.dataset_id, 'main', l.id, now() from line l join e on e.id = l.dataset_id;

-- Labels of its own for each item.
create temp table a on commit drop as
select nextval('annot_id') as annot_id, e.i, e.n, e.workspace_id, e.id as dataset_id, g
from e cross join lateral generate_series(1, e.items) g;
insert into annot (id, workspace_id, labels)
select annot_id, workspace_id, jsonb_build_object('CLASSIFICATION', jsonb_build_object('category', 'class ' || g % 100)) from a;
insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
select l.id, 'drive ' || lpad((g / 1000) :: text, 4, '0') || '/' || lpad(g :: text, 9, '0') || '.jpg', 1, k.digest, k.size, 'image/jpeg', a.annot_id
from a
join line l on l.dataset_id = a.dataset_id
join k on k.k = ((a.n - 1) * ${items} / 10 + a.g) % case a.i when 1 then ${contents} else ${contents} / 10 end
order by l.id, 2;
insert into version (line_id, number, dataset_id, message, author_id, created_at, items, bytes, added, changed, removed)
select l.id, 1, e.id, 'All of it', e.user_id, now(), e.items, e.items * 1000, e.items, 0, 0 from e join line l on l.dataset_id = e.id;
update dataset set items = v.items, bytes = v.bytes, versions = 1, latest_id = v.id, latest = 1
from version v join e on e.id = v.dataset_id where v.dataset_id = dataset.id;
