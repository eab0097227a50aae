-- Search by the beginnings of words. Names of people and projects are compared one by one; datasets are many, so the words
-- of their names stand in a table of their own, read in the order of words within a workspace or a project: a
-- frequent word ends the search early, a rare one is found at once, and one letter is a range like any other.

-- A name as words with a space before each: what begins a word is like '% word%'. Dear, so it is kept where it is compared.
create function plain_words(name text) returns text language sql immutable parallel safe
return ' ' || translate(lower(name), E'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', repeat(' ', 32));

alter table project add plain_name text collate "C" generated always as (plain_words(name)) stored;
alter table member add plain_name text generated always as (plain_words(sort_name)) stored;

-- All that searching asks of a project, so that a word which nothing has costs an index and no more.
create index project_by_words on project (workspace_id, plain_name, id) include (visibility) where trashed_at is null;

create table dataset_word (
    workspace_id uuid not null,
    project_id   uuid not null,
    dataset_id   uuid not null,
    word         text collate "C" not null,
    primary key (dataset_id, word),
    foreign key (workspace_id, dataset_id) references dataset (workspace_id, id) on delete cascade
);

insert into dataset_word (workspace_id, project_id, dataset_id, word)
select distinct d.workspace_id, d.project_id, d.id, w
from dataset d cross join lateral string_to_table(plain_words(d.name), ' ') w
where w <> '';

create index dataset_word_in_workspace on dataset_word (workspace_id, word, dataset_id desc) include (project_id);
create index dataset_word_in_project on dataset_word (project_id, word, dataset_id desc);

-- Kept by the schema, for many rows at a time.
create function dataset_named() returns trigger language plpgsql as $$
begin
    insert into dataset_word (workspace_id, project_id, dataset_id, word)
    select distinct d.workspace_id, d.project_id, d.id, w
    from named d cross join lateral string_to_table(plain_words(d.name), ' ') w
    where w <> '';
    return null;
end $$;
create trigger dataset_named after insert on dataset
    referencing new table as named for each statement execute function dataset_named();

create function dataset_renamed() returns trigger language plpgsql as $$
begin
    delete from dataset_word where dataset_id = new.id;
    insert into dataset_word (workspace_id, project_id, dataset_id, word)
    select distinct new.workspace_id, new.project_id, new.id, w
    from string_to_table(plain_words(new.name), ' ') w
    where w <> '';
    return null;
end $$;
create trigger dataset_renamed after update of name, project_id on dataset
    for each row when (old.name <> new.name or old.project_id <> new.project_id) execute function dataset_renamed();
