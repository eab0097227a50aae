-- On top of access.sql, in its transaction: what is added, removed and edited by "bench people". Everything is in the large
-- workspace. "Crowd n" are partners with a thousand members, who hold fifty levels each; of "Newcomers n" nobody is a
-- member yet, and the owning organization sees their people.

create temp table x on commit drop as
select n, case when n <= ${rounds} then 'Crowd ' || n else 'Newcomers ' || n - ${rounds} end as name, n <= ${rounds} as crowd,
       pg_temp.id('crowd', 1000000 + n, 1) as id, pg_temp.moment(1000000 + n, 1) as at
from generate_series(1, 2 * ${rounds}) n;
insert into organization (id, name, created_at) select id, name, at from x;

create temp table y on commit drop as
select x.n, x.id as organization_id, x.crowd, place, x.n * 1000 + place as number, x.at,
       pg_temp.id('person', 1000000 + x.n * 1000 + place, 1) as id
from x cross join generate_series(1, 1000) place;
insert into app_user (id, organization_id, name, email, administrator, proven, created_at)
select id, organization_id, 'Person ' || number, 'person' || number || '@crowd.example', place = 1, true, at from y;
insert into workforce_access (organization_id, seen_id, granted_by, granted_at)
select o.id, y.organization_id, y.id, y.at from y join o on o.k = 1 where y.place = 1;

insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
select w.id, x.id, array ['ANNOTATION_PARTNER'], true, x.at from x join w on w.n = 1;
insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
select w.id, y.id, y.organization_id, array ['ANNOTATION_PARTNER'],
       case when y.place <= 10 then array ['ANNOTATION_MANAGER'] else '{}' end, y.at
from y join w on w.n = 1 where y.crowd;

-- Each of them is chosen in two projects, owns a dataset here and there, and holds fifty levels.
insert into project_member (workspace_id, project_id, user_id, chosen_at)
select p.workspace_id, p.id, y.id, y.at
from y cross join generate_series(1, 2) i
join p on p.w = 1 and p.place = pg_temp.pick('place', y.number * 10 + i, (select max(place) from p where w = 1))
where y.crowd
on conflict do nothing;
update dataset set owner_id = y.id
from y join d on d.w = 1 and d.n = 1 + 2 * (y.number % 40000)
where y.crowd and y.place % 10 = 0 and dataset.id = d.id;
insert into dataset_grant (workspace_id, dataset_id, user_id, level, granted_by, granted_at)
select d.workspace_id, d.id, y.id, 'VIEWER', d.owner, y.at
from y cross join generate_series(0, 49) i
join d on d.n = 1 + 2 * ((y.number * 37 + i * 997) % (${datasets} / 2))
where y.crowd
on conflict do nothing;
