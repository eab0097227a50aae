-- What was deleted and is very much: nobody sees it from that transaction on, and its rows go afterwards, so many at once that
-- nobody waits for it. Until a row is gone its content is in use, and counts where it was.
create table leaving (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null,
    project_id   uuid not null,
    dataset_id   uuid not null,                 -- whose it was
    open         boolean not null,              -- whether it counted as open (T-03)
    foreign key (workspace_id, project_id) references project (workspace_id, id)
);
create index leaving_by_project on leaving (workspace_id, project_id);
create table leaving_line (
    line_id    bigint primary key,              -- of rows of item, no more of line
    leaving_id uuid not null references leaving on delete cascade
);
create index leaving_line_by_leaving on leaving_line (leaving_id);

-- Its rows go with those of items, no more in the statement that deletes the dataset.
alter table sent_content drop constraint sent_content_dataset_id_fkey;

create or replace function storage_lines(project uuid, of_open boolean) returns bigint[] language sql stable as $$
    select array_agg(id order by id)
    from (select l.id
          from dataset d
          join line l on l.dataset_id = d.id
          where d.project_id = project and (d.visibility = 'OPEN') = of_open
          union all
          select y.line_id
          from leaving v
          join leaving_line y on y.leaving_id = v.id
          where v.project_id = project and v.open = of_open) lines (id)
$$;

create or replace function item_went() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    place record;
    less  record;
    rest  bigint[];
begin
    for place in
        select p.project_id, p.workspace_id, p.open, array_agg(n.line_id) as lines
        from (select distinct line_id from went where digest is not null) n
        cross join lateral (
            select d.project_id, d.workspace_id, d.visibility = 'OPEN' as open
            from line l join dataset d on d.id = l.dataset_id where l.id = n.line_id
            union all
            select v.project_id, v.workspace_id, v.open
            from leaving_line y join leaving v on v.id = y.leaving_id where y.line_id = n.line_id) p
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
