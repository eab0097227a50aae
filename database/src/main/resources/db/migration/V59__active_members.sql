-- Who did something in a workspace since then, of those who are members of it or were, by the month in UTC; not what the clock
-- does in somebody's name.
create function active_since(workspace uuid, since timestamptz, by_the_clock text[])
    returns table (month date, user_id uuid) language sql stable as $$
    select e.month, e.actor_id
    from (select distinct month_of(a.at) as month, a.actor_id
          from audit_event a
          where a.workspace_id = workspace and a.at >= since and a.kind <> all (by_the_clock)) e
    where exists (select from member m where m.workspace_id = workspace and m.user_id = e.actor_id)
       or exists (select from former_member f where f.workspace_id = workspace and f.user_id = e.actor_id)
$$;
