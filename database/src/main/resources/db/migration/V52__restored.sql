-- What is done once in a database that came out of a backup, before a server runs on it. The server that the backup was made of
-- went on since, or runs even now: what it was about to do is not done a second time, what ended there does not live on here.
alter table untold_event add column quiet boolean not null default false;   -- told in the browser, but not by mail

create function restored() returns void language plpgsql as $$
begin
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
