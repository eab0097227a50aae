-- Fills an empty database with an installation of the wanted size, the same for the same seed. Nothing is switched off
-- while it runs: every constraint of the schema judges every row. ${...} are set by AccessData.

-- ---- dice: the same for the same seed, kind and number

create function pg_temp.dice(kind text, n bigint) returns double precision language sql immutable parallel safe
return (hashtextextended(kind || n, ${seed}) & 4294967295) / 4294967296.0;

-- One of 1..k.
create function pg_temp.pick(kind text, n bigint, k bigint) returns bigint language sql immutable parallel safe
return 1 + floor(pg_temp.dice(kind, n) * k) :: bigint;

create function pg_temp.moment(n bigint, minutes integer) returns timestamptz language sql immutable parallel safe
return timestamptz '2025-01-01 00:00:00Z' + n * minutes * interval '1 minute';

-- A UUIDv7 of that moment: ids grow with n, as they do with time.
create function pg_temp.id(kind text, n bigint, minutes integer) returns uuid language sql immutable parallel safe
return (lpad(to_hex((1735689600000 + n * minutes * 60000)), 12, '0') || '7' || substr(md5(kind || n || '${seed}'), 1, 3)
    || '8' || substr(md5(kind || n || '${seed}'), 4, 15)) :: uuid;

-- ---- organizations and their people: a fifth of all in the first one

create temp table o on commit drop as
select k, pg_temp.id('organization', k, 600) as id, pg_temp.moment(k, 600) as at,
       case when k = 1 then 'Acme' else 'Partner ' || lpad(k :: text, 2, '0') end as name
from generate_series(1, ${organizations}) k;

insert into organization (id, name, created_at) select id, name, at from o;

create temp table u on commit drop as
with people as (
    select n,
           case when n <= ${users} / 5 then 1
                else 2 + (n - ${users} / 5 - 1) % (${organizations} - 1) end as k,
           case when n <= ${users} / 5 then n
                else 1 + (n - ${users} / 5 - 1) / (${organizations} - 1) end as place     -- within the organization
    from generate_series(1, ${users}) n)
select n, k, place, pg_temp.id('user', n, 90) as id, pg_temp.moment(n, 90) as at,
       (array ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gia', 'Hugo', 'Ines', 'Jan', 'Kim', 'Leo', 'Mia', 'Nora', 'Otis', 'Pam',
               'Rolf', 'Sara', 'Tom', 'Uma', 'Vera', 'Wim', 'Xenia', 'Yara', 'Zoe']) [pg_temp.pick('first', n, 25)]
       || ' ' || (array ['Adler', 'Baker', 'Costa', 'Diaz', 'Evans', 'Fischer', 'Gomez', 'Huber', 'Ito', 'Jansen', 'Kaya', 'Lopez', 'Moser',
               'Novak', 'Olsen', 'Park', 'Quist', 'Rossi', 'Sato', 'Tan', 'Ueda', 'Vogel', 'Weber', 'Young']) [pg_temp.pick('last', n, 24)]
       || ' ' || n as name
from people;
create unique index on u (n);
create unique index on u (k, place);
analyze u;

insert into app_user (id, organization_id, name, email, administrator, proven, created_at, last_seen_at)
select u.id, o.id, u.name, 'user' || u.n || '@bench.example', u.place = 1, true, u.at, pg_temp.moment(525600, 1)
from u join o using (k);

-- The first organization and its partners see each other's people; the partners do not see one another's.
insert into workforce_access (organization_id, seen_id, granted_by, granted_at)
select a.id, b.id, g.id, b.at
from o a join o b on a.k = 1 and b.k > 1 or b.k = 1 and a.k > 1
join u g on g.k = b.k and g.place = 1;

-- ---- workspaces; the first one is the large one

create temp table w on commit drop as
select n, case when n = 1 then 1 else 1 + (n - 2) % ${organizations} end as k,
       pg_temp.id('workspace', n, 7200) as id, pg_temp.moment(n, 7200) as at
from generate_series(1, ${workspaces}) n;

-- Each was created by another one (A-05).
alter table w add owner uuid;
update w set owner = u.id from u where u.k = w.k and u.place = 1 + (w.n + ${organizations} - 2) / ${organizations};

insert into workspace (id, organization_id, owner_id, name, plan, state, created_by, created_at)
select w.id, o.id, w.owner, case when w.n = 1 then 'Large' else 'Workspace ' || w.n end, 'ENTERPRISE', 'ENTERPRISE', w.owner, w.at
from w join o using (k);

-- Partners of the large workspace: all other organizations. Every third one has full access (so has the second
-- organization); the third is limited to some projects, the fourth to a fifth of all, the others to a few up to 200.
create temp table c on commit drop as
select w.n, w.id as workspace_id, o.k, o.id as organization_id, array ['OWNER'] as types, true as full_access, 0 as named, w.at
from w join o using (k)
union all
select w.n, w.id, o.k, o.id,
       case o.k % 4 when 0 then array ['ANNOTATION_PARTNER'] when 1 then array ['DATA_PARTNER']
                    when 2 then array ['ANNOTATION_PARTNER', 'DATA_PARTNER'] else array ['PRODUCER_PARTNER'] end,
       o.k % 3 = 2,
       case when o.k % 3 = 2 then 0 when o.k = 3 then 12 when o.k = 4 then ${projects} / 10 else 5 + pg_temp.pick('named', o.k, 195) :: int end,
       w.at
from w join o on o.k > 1 where w.n = 1
union all
select w.n, w.id, o.k, o.id, array ['ANNOTATION_PARTNER'], i = 1, 0, w.at
from w cross join generate_series(1, 2) i
join o on o.k = 1 + (w.k + i * 7) % ${organizations} where w.n > 1;

insert into collaborator (workspace_id, organization_id, types, full_access, created_at)
select workspace_id, organization_id, types, full_access, at from c;

-- Everybody of the first organization and thirty of each partner in the large one; elsewhere forty and ten.
create temp table m on commit drop as
select c.n, c.workspace_id, c.organization_id, c.types, c.full_access, c.k, u.place, u.id as user_id,
       case
           when c.types = array ['OWNER'] then case
               when u.id = w.owner or u.place between 2 and 5 then array ['ADMIN']
               when u.place between 6 and 15 + ${users} / 200 then array ['DEVELOPER']
               when u.place between 26 and 55 then array ['PROJECT_MANAGER']
               when u.place between 56 and 85 then array ['ANNOTATION_MANAGER']
               else '{}' end
           when u.place > 3 then '{}'
           when 'PRODUCER_PARTNER' = any (c.types) then array ['PROJECT_MANAGER']
           when 'ANNOTATION_PARTNER' = any (c.types) then array ['ANNOTATION_MANAGER']
           else array ['DEVELOPER']
       end as roles,
       greatest(c.at, u.at) as at
from c
join w on w.n = c.n
join u on u.k = c.k
where c.n = 1 and (c.k = 1 or u.place <= 30) or c.n > 1 and u.place <= case when c.types = array ['OWNER'] then 40 else 10 end;

insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)
select workspace_id, user_id, organization_id, types, roles, at from m;

-- Those of the owning organization who create projects and datasets, and those who may be chosen, by number.
create temp table maker on commit drop as
select n, array_agg(user_id order by place) filter (where roles && array ['DEVELOPER', 'PROJECT_MANAGER', 'ADMIN']) as creators,
       array_agg(user_id order by place) as everybody
from m where types = array ['OWNER'] group by n;
create temp table choosable on commit drop as
select n, array_agg(user_id order by k, place) as people from m where full_access and roles = '{}' and not (n = 1 and k = 2 and place = 4)
group by n;

-- ---- projects: odd numbers in the large workspace

create temp table p on commit drop as
select x.n, x.w, x.place, w.id as workspace_id, pg_temp.id('project', x.n, 50) as id, pg_temp.moment(x.n, 50) as at, d.visibility,
       maker.creators [pg_temp.pick('creator', x.n, cardinality(maker.creators))] as creator
from (select n, case when n % 2 = 1 then 1 else 2 + n / 2 % (${workspaces} - 1) end as w,
             case when n % 2 = 1 then (n + 1) / 2 else 1 + (n - 2) / 2 / (${workspaces} - 1) end as place
      from generate_series(1, ${projects}) n) x
join w on w.n = x.w
join maker on maker.n = x.w
cross join lateral (select case when d < 0.60 then 'PUBLIC' when d < 0.85 then 'SHARED' else 'PRIVATE' end as visibility
                    from pg_temp.dice('visibility', x.n) d) d;
create unique index on p (w, place);
analyze p;

insert into project (id, workspace_id, name, description, visibility, creator_id, created_at)
select id, workspace_id,
       (array ['Autumn', 'Bridge', 'Coast', 'Depot', 'Early', 'Field', 'Green', 'Harbour', 'Inner', 'Junction', 'Kerb', 'Lane'])
           [pg_temp.pick('project-a', n, 12)] || ' '
       || (array ['crossing', 'detection', 'counting', 'parking', 'sorting', 'inspection', 'survey', 'tracking'])
           [pg_temp.pick('project-b', n, 8)] || ' ' || n,
       'What the fleet saw, and what people said that it is.', visibility, creator, at
from p;

insert into collaborator_project (workspace_id, organization_id, project_id)
select c.workspace_id, c.organization_id, p.id
from c
cross join lateral (select p.id from p where p.w = c.n and p.visibility = 'PUBLIC'
                    order by pg_temp.dice('named' || c.k, p.n) limit c.named) p
where c.named > 0;

-- Some are chosen: six in a shared project, one in a public one.
insert into project_member (workspace_id, project_id, user_id, chosen_at)
select p.workspace_id, p.id, choosable.people [pg_temp.pick('chosen', p.n * 10 + i, cardinality(choosable.people))], p.at
from p join choosable on choosable.n = p.w
cross join lateral generate_series(1, case p.visibility when 'SHARED' then 6 when 'PUBLIC' then 1 else 0 end) i
on conflict do nothing;

-- The partner's plain member who is measured: chosen in five.
insert into project_member (workspace_id, project_id, user_id, chosen_at)
select m.workspace_id, p.id, m.user_id, p.at
from m cross join lateral (select * from p where p.w = 1 and p.visibility = 'SHARED' order by pg_temp.dice('few', p.n) limit 5) p
where m.n = 1 and m.k = 2 and m.place = 4;

-- ---- datasets: odd numbers in the large workspace; some projects hold many, most a few

create temp table d on commit drop as
select x.n, p.workspace_id, p.w, p.id as project_id, pg_temp.id('dataset', x.n, 5) as id, pg_temp.moment(x.n, 5) as at,
       case when pg_temp.dice('owner', x.n) < 0.7 then p.creator
            else maker.everybody [pg_temp.pick('other-owner', x.n, cardinality(maker.everybody))] end as owner,
       20 + pg_temp.pick('items', x.n, 5000) as items
from (select n, power(pg_temp.dice('project', n), 1.5) as dice,
             case when n % 2 = 1 then 1 else 2 + n / 2 % (${workspaces} - 1) end as w
      from generate_series(1, ${datasets}) n) x
join maker on maker.n = x.w
join (select w, max(place) as places from p group by w) size on size.w = x.w
join p on p.w = x.w and p.place = 1 + floor(x.dice * size.places) :: int;
create unique index on d (n);
analyze d;

insert into dataset (id, workspace_id, project_id, name, description, visibility, owner_id, created_at, items, bytes, versions, latest_id, latest, cover)
select id, workspace_id, project_id,
       (array ['Aerial', 'Blurred', 'Crowded', 'Dusk', 'Empty', 'Foggy', 'Gravel', 'Highway', 'Indoor', 'Junction', 'Kitchen', 'Lidar',
               'Morning', 'Night', 'Outdoor', 'Parking', 'Quarry', 'Rainy', 'Snowy', 'Tunnel', 'Urban', 'Village', 'Warehouse', 'Yard'])
           [pg_temp.pick('dataset-a', n, 24)] || ' '
       || (array ['barriers', 'cars', 'dogs', 'faces left out', 'grain', 'lights', 'loads', 'masts', 'pallets', 'people', 'signs', 'trucks'])
           [pg_temp.pick('dataset-b', n, 12)] || ' ' || n,
       case when pg_temp.dice('described', n) < 0.5 then '' else 'Recorded by the front camera, reviewed once.' end,
       case when v < 0.85 then 'PROJECT' when v < 0.99 then 'PRIVATE' else 'OPEN' end,
       owner, at, items, items * 48_000, 1, pg_temp.id('version', n, 5), 1, 'front/000001.png'
from d cross join lateral pg_temp.dice('openness', n) v;

insert into line (id, workspace_id, dataset_id, next_number) overriding system value select n, workspace_id, id, 2 from d;
select setval(pg_get_serial_sequence('line', 'id'), ${datasets});
insert into branch (dataset_id, name, line_id, created_at) select id, 'main', n, at from d;
insert into version (line_id, number, id, dataset_id, message, author_id, created_at, items, bytes, added, changed, removed)
select n, 1, pg_temp.id('version', n, 5), id, 'First recordings', owner, at, items, items * 48_000, items, 0, 0 from d;

-- ---- levels granted to single people

insert into dataset_grant (workspace_id, dataset_id, user_id, level, granted_by, granted_at)
select d.workspace_id, d.id, g.user_id, g.level, d.owner, d.at
from (select distinct on (d.n, person.user_id) d.n, person.user_id, i,
             (array ['VIEWER', 'USER', 'EDITOR', 'EDITOR', 'ADMIN']) [pg_temp.pick('level', i, 5)] as level
      from generate_series(1, ${grants} + ${grants} / 50) i
      join d on d.n = pg_temp.pick('granted', i, ${datasets})
      join maker on maker.n = d.w
      cross join lateral (select maker.everybody [pg_temp.pick('grantee', i, cardinality(maker.everybody))] as user_id) person
      order by d.n, person.user_id, i) g
join d on d.n = g.n
order by g.i
limit ${grants};

-- ---- whom the measurements speak for

update app_user set email = cast_.email || '@bench.example'
from (values (1, 2, 'admin'), (1, 30, 'project-manager'), (1, 200, 'member'), (2, 1, 'partner-full'),
             (3, 1, 'partner-some'), (4, 1, 'partner-fifth'), (2, 4, 'partner-member')) cast_(k, place, email)
join u on u.k = cast_.k and u.place = cast_.place
where app_user.id = u.id;
