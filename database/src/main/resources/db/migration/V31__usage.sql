-- What a project's storage is made of (O-08, C-14): each content that an item of its datasets (in any version or draft
-- that is there) or a document refers to, once; those of OPEN datasets apart, because they have a limit of their own.
-- The schema keeps it with every statement, so that nobody who writes items can forget it. That a content is in use is a
-- row here, not a number: moving, copying and duplicating inside of a project find it there already and write nothing.
create table project_content (
    project_id uuid not null,
    open       boolean not null,
    digest     bytea not null,
    size       bigint not null,
    primary key (project_id, open, digest)
);

-- The sums of it. Whoever changes a project's storage holds its row until the transaction ends.
create table project_storage (
    project_id    uuid primary key,
    workspace_id  uuid not null,
    contents      bigint not null default 0,
    bytes         bigint not null default 0,
    open_contents bigint not null default 0,
    open_bytes    bigint not null default 0,
    changed_by    xid8,                            -- the transaction that changed it last
    grown         bigint not null default 0,       -- by how many bytes in that transaction
    open_grown    bigint not null default 0,
    foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade
);
create index project_storage_by_workspace on project_storage (workspace_id);

create function storage_hold(project uuid, workspace uuid) returns void language plpgsql as $$
begin
    perform from project_storage s where s.project_id = project for update;
    if not found then
        insert into project_storage (project_id, workspace_id) values (project, workspace) on conflict do nothing;
        perform from project_storage s where s.project_id = project for update;
    end if;
end $$;

create function storage_sum(project uuid, of_open boolean, more_contents bigint, more_bytes bigint) returns void language plpgsql as $$
begin
    if more_contents <> 0 then
        update project_storage s
        set contents      = contents + case when of_open then 0 else more_contents end,
            bytes         = bytes + case when of_open then 0 else more_bytes end,
            open_contents = open_contents + case when of_open then more_contents else 0 end,
            open_bytes    = open_bytes + case when of_open then more_bytes else 0 end,
            grown         = case when changed_by = pg_current_xact_id() then grown else 0 end
                            + case when of_open then 0 else more_bytes end,
            open_grown    = case when changed_by = pg_current_xact_id() then open_grown else 0 end
                            + case when of_open then more_bytes else 0 end,
            changed_by    = pg_current_xact_id()
        where s.project_id = project;
    end if;
end $$;

-- In order, so that the array is ready to be searched for.
create function storage_lines(project uuid, of_open boolean) returns bigint[] language sql stable as $$
    select array_agg(l.id order by l.id)
    from dataset d
    join line l on l.dataset_id = d.id
    where d.project_id = project and (d.visibility = 'OPEN') = of_open
$$;

-- Whether anything in the project still refers to it: one look-up by index, whatever the size of either. (Where many go at
-- once the same is written out, because a call costs three times as much as the look-up.)
create function storage_used(project uuid, of_open boolean, lines bigint[], wanted bytea) returns boolean language sql stable as $$
    select coalesce((select true from item i where i.digest = wanted and i.line_id = any (lines) limit 1), false)
        or not of_open and coalesce((select true from document d where d.digest = wanted and d.project_id = project limit 1), false)
$$;

create function storage_came(project uuid, of_open boolean, wanted bytea, wanted_size bigint) returns void language plpgsql as $$
begin
    insert into project_content (project_id, open, digest, size) values (project, of_open, wanted, wanted_size)
    on conflict do nothing;
    if found then
        perform storage_sum(project, of_open, 1, wanted_size);
    end if;
end $$;

create function storage_went(project uuid, of_open boolean, wanted bytea) returns void language plpgsql as $$
declare
    freed bigint;
begin
    delete from project_content c
    where c.project_id = project and c.open = of_open and c.digest = wanted
      and not storage_used(project, of_open, storage_lines(project, of_open), wanted)
    returning c.size into freed;
    if found then
        perform storage_sum(project, of_open, -1, -freed);
    end if;
end $$;

create function item_came() returns trigger language plpgsql as $$
declare
    place record;
    more  record;
begin
    for place in
        select d.project_id, d.workspace_id, d.visibility = 'OPEN' as open, array_agg(l.id) as lines
        from (select distinct line_id from came where digest is not null) n
        join line l on l.id = n.line_id
        join dataset d on d.id = l.dataset_id
        group by 1, 2, 3
        order by 1, 3
    loop
        perform storage_hold(place.project_id, place.workspace_id);
        with fresh as (
            insert into project_content (project_id, open, digest, size)
            select place.project_id, place.open, digest, min(size)
            from came
            where digest is not null and line_id = any (place.lines)
            group by digest
            on conflict do nothing
            returning size)
        select count(*) as contents, coalesce(sum(size), 0) :: bigint as bytes into more from fresh;
        perform storage_sum(place.project_id, place.open, more.contents, more.bytes);
    end loop;
    return null;
end $$;
create trigger item_came after insert on item referencing new table as came for each statement execute function item_came();

-- Never by reading all that the project has, however much went: the plan is made once and kept.
create function item_went() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    place record;
    less  record;
    rest  bigint[];
begin
    for place in
        select d.project_id, d.workspace_id, d.visibility = 'OPEN' as open, array_agg(l.id) as lines
        from (select distinct line_id from went where digest is not null) n
        join line l on l.id = n.line_id
        join dataset d on d.id = l.dataset_id
        group by 1, 2, 3
        order by 1, 3
    loop
        perform storage_hold(place.project_id, place.workspace_id);
        rest := storage_lines(place.project_id, place.open);
        with gone as (
            delete from project_content c
            using (select distinct digest from went where digest is not null and line_id = any (place.lines)) w
            where c.project_id = place.project_id and c.open = place.open and c.digest = w.digest
              and not coalesce((select true from item i where i.digest = c.digest and i.line_id = any (rest) limit 1), false)
              and not (not place.open and coalesce((select true from document d where d.digest = c.digest
                                                    and d.project_id = place.project_id limit 1), false))
            returning c.size)
        select count(*) as contents, coalesce(sum(size), 0) :: bigint as bytes into less from gone;
        perform storage_sum(place.project_id, place.open, -less.contents, -less.bytes);
    end loop;
    return null;
end $$;
create trigger item_went after delete on item referencing old table as went for each statement execute function item_went();

-- Where a row gets another content in its place. Ending a row or taking that back changes nothing here, and costs nothing.
create function item_changed() returns trigger language plpgsql as $$
declare
    place record;
begin
    select d.project_id, d.workspace_id, d.visibility = 'OPEN' as open into place
    from line l join dataset d on d.id = l.dataset_id where l.id = new.line_id;
    perform storage_hold(place.project_id, place.workspace_id);
    if new.digest is not null then
        perform storage_came(place.project_id, place.open, new.digest, new.size);
    end if;
    if old.digest is not null then
        perform storage_went(place.project_id, place.open, old.digest);
    end if;
    return null;
end $$;
create trigger item_changed after update of digest on item for each row
    when (old.digest is distinct from new.digest) execute function item_changed();
-- A row that went to another line would be counted on neither: it is copied and deleted instead.
create function item_stays() returns trigger language plpgsql as $$
begin
    raise exception 'an item stays on its line';
end $$;
create trigger item_stays before update of line_id on item for each row
    when (old.line_id <> new.line_id) execute function item_stays();

create function document_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' and new.digest is not null then
        perform storage_hold(new.project_id, new.workspace_id);
        perform storage_came(new.project_id, false, new.digest, new.size);
    end if;
    if tg_op <> 'INSERT' and old.digest is not null then
        perform storage_hold(old.project_id, old.workspace_id);
        perform storage_went(old.project_id, false, old.digest);
    end if;
    return null;
end $$;
create trigger document_came after insert or delete on document for each row execute function document_counted();
create trigger document_changed after update of digest on document for each row
    when (old.digest is distinct from new.digest) execute function document_counted();

-- T-03: what opens leaves the workspace's storage, what closes comes into it.
create function dataset_opened() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    was   boolean := old.visibility = 'OPEN';
    now   boolean := new.visibility = 'OPEN';
    lines bigint[] := array(select l.id from line l where l.dataset_id = new.id order by l.id);
    rest  bigint[] := storage_lines(new.project_id, was);
    more  record;
begin
    perform storage_hold(new.project_id, new.workspace_id);
    with fresh as (
        insert into project_content (project_id, open, digest, size)
        select new.project_id, now, i.digest, min(i.size)
        from item i
        where i.line_id = any (lines) and i.digest is not null
        group by i.digest
        on conflict do nothing
        returning size)
    select count(*) as contents, coalesce(sum(size), 0) :: bigint as bytes into more from fresh;
    perform storage_sum(new.project_id, now, more.contents, more.bytes);
    with gone as (
        delete from project_content c
        using (select distinct i.digest from item i where i.line_id = any (lines) and i.digest is not null) w
        where c.project_id = new.project_id and c.open = was and c.digest = w.digest
          and not coalesce((select true from item i where i.digest = c.digest and i.line_id = any (rest) limit 1), false)
          and not (not was and coalesce((select true from document d where d.digest = c.digest
                                         and d.project_id = new.project_id limit 1), false))
        returning c.size)
    select count(*) as contents, coalesce(sum(size), 0) :: bigint as bytes into more from gone;
    perform storage_sum(new.project_id, was, -more.contents, -more.bytes);
    return null;
end $$;
create trigger dataset_opened after update of visibility on dataset for each row
    when ((old.visibility = 'OPEN') <> (new.visibility = 'OPEN')) execute function dataset_opened();
create function dataset_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a dataset stays in its project';
end $$;
create trigger dataset_stays before update of project_id on dataset for each row
    when (old.project_id <> new.project_id) execute function dataset_stays();

-- By how much this transaction made a project's storage grow and, where it did, what its workspace uses now. Of two that
-- grow at once the second waits here for the first to end, so that no limit is passed by both together.
create function storage_growth(project uuid, out workspace uuid, out named text, out plan text, out grown bigint, out open_grown bigint,
                               out used bigint, out open_used bigint) language plpgsql as $$
begin
    select s.workspace_id, w.name, w.plan, s.grown, s.open_grown into workspace, named, plan, grown, open_grown
    from project_storage s
    join workspace w on w.id = s.workspace_id
    where s.project_id = project and s.changed_by = pg_current_xact_id();
    if grown > 0 or open_grown > 0 then
        perform pg_advisory_xact_lock(hashtextextended(workspace :: text, 3));
        select sum(s.bytes), sum(s.open_bytes) into used, open_used from project_storage s where s.workspace_id = workspace;
    end if;
end $$;

insert into project_content (project_id, open, digest, size)
select d.project_id, d.visibility = 'OPEN', i.digest, min(i.size)
from item i
join line l on l.id = i.line_id
join dataset d on d.id = l.dataset_id
where i.digest is not null
group by 1, 2, 3;
insert into project_content (project_id, open, digest, size)
select project_id, false, digest, min(size) from document where digest is not null group by project_id, digest
on conflict do nothing;
insert into project_storage (project_id, workspace_id, contents, bytes, open_contents, open_bytes)
select p.id, p.workspace_id,
       count(*) filter (where not c.open), coalesce(sum(c.size) filter (where not c.open), 0),
       count(*) filter (where c.open), coalesce(sum(c.size) filter (where c.open), 0)
from project p
join project_content c on c.project_id = p.id
group by p.id, p.workspace_id;
