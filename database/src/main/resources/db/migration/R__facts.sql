-- Who holds what: the only place a role comes from. Everything the permission tables are asked about is a view here;
-- dropped and made anew as a whole, because a view can neither be dropped nor retyped under another one.
drop schema if exists facts cascade;
create schema facts;

-- A user who may act at all: not locked, not removed (C-06).
create view facts.active_user as
select u.id as user_id, u.organization_id, u.name, u.administrator
from app_user u
where u.locked_at is null and u.removed_at is null;

-- What lets a user in: a session, or an access key. Asked again by answers that last (section 10).
create view facts.pass as
select s.id as pass_id, false as key, s.expires_at, null::uuid[] as workspaces, null::text[] as permissions,
       u.user_id, u.organization_id, u.name, u.administrator
from session s
join facts.active_user u on u.user_id = s.user_id
union all
select k.id, true, k.expires_at, k.workspaces, k.permissions, u.user_id, u.organization_id, u.name, u.administrator
from access_key k
join facts.active_user u on u.user_id = k.user_id;

-- Whose people somebody may see (O-04): those of their own organization, and of those that gave workforce access.
create view facts.seen_organization as
select o.id as organization_id, o.id as seen_id from organization o
union all
select w.organization_id, w.seen_id from workforce_access w;

-- Which other organizations' workspaces an organization's people are members of.
create view facts.host as
select c.organization_id, w.organization_id as host_id
from collaborator c
join workspace w on w.id = c.workspace_id and w.deleted_at is null and w.organization_id <> c.organization_id
where exists (select from member m where m.workspace_id = c.workspace_id and m.organization_id = c.organization_id);

-- A member's place in a workspace: own roles, the organization's types, and whether they own it.
create view facts.membership as
select m.user_id,
       m.workspace_id,
       m.organization_id,
       m.roles,
       m.types,
       c.full_access,
       w.owner_id = m.user_id as owner,
       w.state
from member m
join collaborator c on c.workspace_id = m.workspace_id and c.organization_id = m.organization_id
join workspace w on w.id = m.workspace_id and w.deleted_at is null;

-- Gate 1 (C-10): an organization has a project by full access or by name.
-- Gate 2 (C-10, C-11, O-11): creator; chosen, unless PRIVATE; PUBLIC for people of the owning organization and for
-- partners with a role above MEMBER. Workspace admins pass both. Asked about one project and one person.
create view facts.sight as
select m.user_id,
       p.id as project_id,
       p.workspace_id,
       m.organization_id,
       m.roles,
       m.types,
       c.full_access,
       w.owner_id = m.user_id as owner,
       w.state,
       p.creator_id = m.user_id as creator,
       p.archived_at is not null or p.trashed_at is not null as archived,   -- read-only either way (O-13)
       p.trashed_at is not null as trashed,
       'ADMIN' = any (m.roles)
       or (c.full_access or exists (select from collaborator_project cp
                                    where cp.workspace_id = p.workspace_id
                                      and cp.organization_id = m.organization_id
                                      and cp.project_id = p.id))
          and (p.creator_id = m.user_id
               or p.visibility <> 'PRIVATE' and exists (select from project_member pm
                                                        where pm.project_id = p.id and pm.user_id = m.user_id)
               or p.visibility = 'PUBLIC' and (m.types = array ['OWNER'] or m.roles <> '{}')) as seen
from project p
join workspace w on w.id = p.workspace_id and w.deleted_at is null
join member m on m.workspace_id = p.workspace_id
join collaborator c on c.workspace_id = m.workspace_id and c.organization_id = m.organization_id
where p.trashed_at is null
   or p.purged_at is null and (p.creator_id = m.user_id or 'ADMIN' = any (m.roles));

-- What counts towards a person's level on a dataset whose project they see (O-14); the level itself is one pure
-- function of such a row (DatasetFacts in access).
create view facts.dataset_standing as
select s.user_id,
       d.id as dataset_id,
       d.project_id,
       s.workspace_id,
       s.organization_id,
       s.roles,
       s.types,
       s.full_access,
       s.owner,
       s.state,
       s.creator,
       s.archived,
       s.trashed,
       d.owner_id = s.user_id as dataset_owner,
       -- T-13: while the dataset's owner may not act, the workspace owner approves
       s.owner and not exists (select from facts.active_user u where u.user_id = d.owner_id) as stands_in,
       g.level
from dataset d
join facts.sight s on s.project_id = d.project_id and s.seen
left join dataset_grant g on g.dataset_id = d.id and g.user_id = s.user_id;

-- T-03: what every signed-in user holds USER on. A project in the trash closes its open datasets (O-13).
create view facts.open_dataset as
select d.id as dataset_id
from dataset d
join project p on p.id = d.project_id and p.trashed_at is null
join workspace w on w.id = d.workspace_id and w.deleted_at is null
where d.visibility = 'OPEN';

-- The same, turned round for lists: all that a person reaches in a workspace, as one row of a handful of facts rather
-- than one per object. every_project (workspace admin), every_public one, every public one of those named for the
-- organization (counted up to 100, not listed: there may be thousands), ones (created or chosen), sees (organizations),
-- granted (dataset and level; one more than a hundred, where there are more).
create view facts.reach as
select s.user_id,
       s.workspace_id,
       s.organization_id,
       s.roles,
       s.types,
       s.full_access,
       s.owner,
       s.state,
       s.admin as every_project,
       s.full_access and s.sees_public as every_public,
       case when s.full_access or not s.sees_public then 0
            else (select count(*) from (select from collaborator_project cp
                                        where cp.workspace_id = s.workspace_id and cp.organization_id = s.organization_id
                                        limit 100) n) end :: integer as every_named,
       case when s.admin then '{}'
            else array(select p.id
                       from project p
                       where p.workspace_id = s.workspace_id and p.creator_id = s.user_id and p.trashed_at is null
                         and (s.full_access or exists (select from collaborator_project cp
                                                       where cp.workspace_id = s.workspace_id
                                                         and cp.organization_id = s.organization_id
                                                         and cp.project_id = p.id))
                       union all
                       select p.id
                       from project_member pm
                       join project p on p.id = pm.project_id and p.visibility <> 'PRIVATE' and p.trashed_at is null
                       where pm.workspace_id = s.workspace_id and pm.user_id = s.user_id
                         and (s.full_access or exists (select from collaborator_project cp
                                                       where cp.workspace_id = s.workspace_id
                                                         and cp.organization_id = s.organization_id
                                                         and cp.project_id = p.id))) end :: uuid[] as ones,
       array(select o.seen_id from facts.seen_organization o where o.organization_id = s.organization_id) as sees,
       array(select g.dataset_id || ' ' || g.level
             from dataset_grant g
             where g.workspace_id = s.workspace_id and g.user_id = s.user_id
             limit 101) as granted
from (select m.*, 'ADMIN' = any (m.roles) as admin, m.types = array ['OWNER'] or m.roles <> '{}' as sees_public
      from facts.membership m) s;

-- Which projects are named for an organization, whatever their visibility; and those of them that all its people above
-- MEMBER see. The look-up is fenced, else every project of the workspace is read.
create view facts.named_project as
select cp.workspace_id, cp.organization_id, cp.project_id
from collaborator_project cp;

create view facts.named_public_project as
select cp.workspace_id, cp.organization_id, p.id as project_id
from collaborator_project cp
cross join lateral (select p.id from project p
                    where p.id = cp.project_id and p.visibility = 'PUBLIC' and p.trashed_at is null
                    offset 0) p;

-- Where a workspace stands in its life, and when that ends by itself (A-12 to A-16).
create view facts.workspace_life as
select w.id as workspace_id,
       w.state,
       case w.state when 'TRIAL' then w.trial_ends_at else w.purge_at end as until
from workspace w
where w.deleted_at is null;

-- When a workspace came to its plan (A-12): the one way there is leads from the one that all begin on, and never back.
create view facts.plan_switch as
select e.workspace_id, min(e.at) as switched_at
from audit_event e
where e.kind = 'workspace.plan-switched'
group by e.workspace_id;

-- Which purges people were warned of (O-07).
create view facts.purge_warning as
select distinct w.workspace_id, w.deadline
from warning w
where w.ending = 'PURGE';

-- What a purge that has begun still has to delete.
create view facts.dying_project as
select p.workspace_id, p.id as project_id
from project p
where p.purged_at is not null;

-- What the log and notifications say of a workspace: its name, and whose it is.
create view facts.workspace_card as
select w.id as workspace_id, w.organization_id, w.name
from workspace w;

-- What others may know of a project whose id they hold already: for the access of collaborators.
create view facts.project_card as
select p.id as project_id, p.workspace_id, p.name, p.visibility, p.trashed_at is not null as trashed
from project p;

-- Whose datasets stand in a project (O-12).
create view facts.dataset_owner as
select d.workspace_id, d.project_id, d.id as dataset_id, d.name, d.owner_id, d.visibility = 'OPEN' as open
from dataset d;

-- Who approves people's levels on a dataset (T-13).
create view facts.dataset_approver as
select d.id as dataset_id, case when u.user_id is null then w.owner_id else d.owner_id end as user_id
from dataset d
join workspace w on w.id = d.workspace_id
left join facts.active_user u on u.user_id = d.owner_id;

-- Where a dataset's items come from, for whoever lets them out (T-03): whose people committed them. The organization is
-- the one that somebody belongs to now.
create view facts.dataset_source as
select v.dataset_id, o.id as organization_id, o.name as organization, count(*)::integer as versions,
       sum(v.added + v.changed)::bigint as items
from version v
join app_user u on u.id = v.author_id
join organization o on o.id = u.organization_id
group by v.dataset_id, o.id, o.name;

-- What a derived dataset was made of; the organization is the one that owns that dataset, while it is there.
create view facts.dataset_origin as
select d.made_id as dataset_id, s."datasetId" as source_id, s.name, s.number as version, o.name as organization
from derivation d
cross join lateral jsonb_to_recordset(d.sources) as s("datasetId" uuid, name text, number bigint)
left join dataset x on x.id = s."datasetId"
left join workspace w on w.id = x.workspace_id
left join organization o on o.id = w.organization_id
where d.state = 'DONE';

-- How much there is in a project.
create view facts.project_size as
select p.id as project_id,
       (select count(*) from dataset d where d.project_id = p.id)::integer as datasets,
       (select count(*) from project_member m where m.project_id = p.id)::integer as members,
       (select count(*) from document d where d.project_id = p.id)::integer as documents
from project p;

-- What notifications are made of: an event of the log, with the names that it does not carry itself.
create view facts.event as
select e.id as event_id, e.at, e.kind, e.actor_id, e.actor_name, e.actor_organization_id, o.name as actor_organization,
       e.organization_id, e.workspace_id, w.name as workspace_name, w.organization_id as workspace_organization_id,
       e.object_kind, e.object_id, e.object_name, e.detail
from audit_event e
join organization o on o.id = e.actor_organization_id
left join workspace w on w.id = e.workspace_id;

-- Where somebody is mailed to: only at an address that was shown to be theirs (O-01), and not while locked (C-06).
create view facts.address as
select u.id as user_id, u.email, u.name
from app_user u
where u.proven and u.locked_at is null and u.removed_at is null;

-- Invitations that can still be accepted, or could if their inviter still could make them; and whether the address is
-- known in the organization that it is invited for.
create view facts.open_invitation as
select i.id as invitation_id, null::uuid as workspace_id, i.organization_id, i.email, i.inviter_id, false as brings_in, false as known
from user_invitation i
where i.accepted_at is null and i.revoked_at is null
union all
select i.id, i.workspace_id, i.organization_id, i.email, i.inviter_id, i.brings_in,
       exists (select from app_user u where lower(u.email) = lower(i.email) and u.removed_at is null
                                        and u.organization_id = i.organization_id)
from workspace_invitation i
where i.accepted_at is null and i.revoked_at is null
union all
select l.id, l.workspace_id, null::uuid, l.email, l.maker_id, false, true
from dataset_link l
where l.email is not null;

-- What became of the mail with an invitation's link; no row where none was to be sent.
create view facts.invitation_mail as
select m.invitation_id, m.state, m.attempts, coalesce(m.done_at, m.created_at) as at
from mail m
where m.invitation_id is not null;
