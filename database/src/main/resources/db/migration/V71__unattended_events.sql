-- What long work does in the name of whoever began it: in the log like everything, but nobody is active by it.
alter table audit_event add unattended boolean not null default false;

-- As before; and not what went on without them.
create or replace function active_since(workspace uuid, since timestamptz, by_the_clock text[])
    returns table (month date, user_id uuid) language sql stable as $$
    select e.month, e.actor_id
    from (select distinct month_of(a.at) as month, a.actor_id
          from audit_event a
          where a.workspace_id = workspace and a.at >= since and not a.unattended and a.kind <> all (by_the_clock)) e
    where exists (select from member m where m.workspace_id = workspace and m.user_id = e.actor_id)
       or exists (select from former_member f where f.workspace_id = workspace and f.user_id = e.actor_id)
$$;
