-- The file that labels are read from is a content in use until its import is over; then it is let go of.

create or replace function content_used(wanted bytea) returns boolean language sql stable as $$
    select coalesce((select true from item i where i.digest = wanted limit 1), false)
        or coalesce((select true from document d where d.digest = wanted limit 1), false)
        or coalesce((select true from sent_content s where s.digest = wanted limit 1), false)
        or coalesce((select true from import m where m.digest = wanted limit 1), false)
$$;

create function import_content_let_go() returns trigger language plpgsql as $$
begin
    insert into loose_content (digest) values (old.digest);
    return null;
end $$;
create trigger import_content_let_go after update of digest on import for each row
    when (old.digest is distinct from new.digest and old.digest is not null) execute function import_content_let_go();
create trigger import_content_gone after delete on import for each row
    when (old.digest is not null) execute function import_content_let_go();
