-- Which Kontor this is, in one row. Stores carry its id as their mark, so that another one, made of a backup, takes nothing away from them.
create table installation (
    one        boolean primary key default true check (one),
    id         uuid not null default gen_random_uuid(),
    takes_over boolean not null default false,   -- the next server marks its stores anew, whoever's they were
    refused    text,                             -- why nothing is taken away from the stores; null: it is
    refused_at timestamptz,
    check ((refused is null) = (refused_at is null))
);
insert into installation default values;

-- Said by whoever restores: no other server uses the stores that the settings name.
create function takes_over() returns void language sql as $$
    update installation set takes_over = true
$$;

create or replace function restored() returns void language plpgsql as $$
begin
    -- Another Kontor than the first from here on.
    update installation set id = gen_random_uuid(), takes_over = false, refused = null, refused_at = null;
    delete from session;
    delete from password_reset;                   -- may have been used since
    delete from running_export;
    update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked;
    -- Transactions are counted anew: none of these is the one that runs.
    update project_storage set changed_by = null, grown = 0, open_grown = 0 where changed_by is not null;
    -- Large contents came back as files; objects are the other server's.
    update content set object_id = null where object_id is not null;
    delete from loose_file;
    -- What waited to be mailed was mailed, as far as anybody knows. Invitations can be sent again by hand.
    update notification set mail_due = false where mail_due;
    update untold_event set quiet = true;
    update mail
    set state = case when invitation_id is null then 'DROPPED' else 'FAILED' end, words = '{}', done_at = now(),
        problem = 'the server was restored from a backup'
    where state = 'PENDING';
    -- Nothing ends at once because the backup was old: people may have paid, taken back or restored since. Warnings go out anew
    -- and rest before an end, and the trash keeps what is in it for its full time.
    delete from warning;
    update project set trashed_at = now() where trashed_at is not null and purged_at is null;
end $$;
