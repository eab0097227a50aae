-- What something let go of, to be looked at by the sweep: whether anything else still refers to it. Written by the schema where
-- a reference goes, so that the sweep need not read everything there is. A row that was seen once is looked at when every
-- transaction that began before that has ended: only such a one could still make a reference of what it read before.
create table loose_content (
    id      bigint generated always as identity primary key,
    digest  bytea not null,
    seen_at timestamptz
);
create table loose_annot (
    id       bigint generated always as identity primary key,
    annot_id bigint not null,
    seen_at  timestamptz
);
create index loose_content_by_digest on loose_content (digest);
create index loose_annot_by_annot on loose_annot (annot_id);
-- Where large contents were whose rows are gone; the files follow when they are old enough.
create table loose_file (
    id        bigint generated always as identity primary key,
    digest    bytea not null,
    object_id uuid
);
create index sent_content_by_age on sent_content (sent_at);
-- Whether labels are still in use; ids grow, so that its pages are filled in order.
create index item_by_annot on item (annot_id) where annot_id is not null;

-- When the oldest transaction began that still runs, on whatever node. Nothing is known to be older where that is not told.
create function running_since() returns timestamptz language sql stable as $$
    select min(xact_start) from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
$$;

-- The one place that knows who refers to contents.
create function content_used(wanted bytea) returns boolean language sql stable as $$
    select coalesce((select true from item i where i.digest = wanted limit 1), false)
        or coalesce((select true from document d where d.digest = wanted limit 1), false)
        or coalesce((select true from sent_content s where s.digest = wanted limit 1), false)
$$;

create function annot_used(wanted bigint) returns boolean language sql stable as $$
    select coalesce((select true from item i where i.annot_id = wanted limit 1), false)
$$;

create function annots_let_go() returns trigger language plpgsql as $$
begin
    insert into loose_annot (annot_id) select distinct annot_id from went where annot_id is not null;
    return null;
end $$;
create trigger item_annots_let_go after delete on item referencing old table as went
    for each statement execute function annots_let_go();
create function annot_let_go() returns trigger language plpgsql as $$
begin
    insert into loose_annot (annot_id) values (old.annot_id);
    return null;
end $$;
create trigger item_annot_let_go after update of annot_id on item for each row
    when (old.annot_id is distinct from new.annot_id and old.annot_id is not null) execute function annot_let_go();

create function contents_let_go() returns trigger language plpgsql as $$
begin
    insert into loose_content (digest) select distinct digest from went;
    return null;
end $$;
create trigger project_contents_let_go after delete on project_content referencing old table as went
    for each statement execute function contents_let_go();
create trigger sent_contents_let_go after delete on sent_content referencing old table as went
    for each statement execute function contents_let_go();

-- What nothing refers to already.
insert into loose_content (digest)
select c.digest from content c
where not exists (select from project_content p where p.digest = c.digest)
  and not exists (select from sent_content s where s.digest = c.digest);
insert into loose_annot (annot_id)
select a.id from annot a where not exists (select from item i where i.annot_id = a.id);
