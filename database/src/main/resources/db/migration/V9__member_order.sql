-- Members are listed by name, and the name is the user's: kept with the member as well, so that an index serves that
-- order. Kept by the schema, because members are written in many places.

alter table member add sort_name text collate "C";
update member m set sort_name = lower(u.name) from app_user u where u.id = m.user_id;
alter table member alter sort_name set not null;

create function member_sort_name() returns trigger language plpgsql as $$
begin
    select lower(name) into new.sort_name from app_user where id = new.user_id;
    return new;
end $$;
create trigger member_sort_name before insert on member for each row execute function member_sort_name();

create function app_user_renamed() returns trigger language plpgsql as $$
begin
    update member set sort_name = lower(new.name) where user_id = new.id;
    return null;
end $$;
create trigger app_user_renamed after update of name on app_user
    for each row when (old.name <> new.name) execute function app_user_renamed();

create index member_by_name on member (workspace_id, sort_name, user_id);
create index member_by_age on member (workspace_id, joined_at, user_id);
