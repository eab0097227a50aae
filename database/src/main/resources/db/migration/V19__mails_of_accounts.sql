-- One table for all mails: those about an account (a new password, a registration) wait here too, by the address that was
-- typed, whether or not anybody has it. No secret waits here longer than its mail: what a mail says is forgotten when it is
-- done, and links of accounts are made in the moment in which they are mailed.
alter table mail add column kind text;
update mail set kind = case when invitation_id is null then 'NOTIFICATIONS' else 'INVITATION' end;
update mail set words = '{}' where state <> 'PENDING';
alter table mail
    alter column kind set not null,
    drop constraint mail_check,
    add constraint mail_of_its_kind check (case kind
        when 'INVITATION' then invitation_id is not null and user_id is null and address is not null
        when 'NOTIFICATIONS' then invitation_id is null and user_id is not null and address is null
        when 'PASSWORD_RESET' then num_nonnulls(invitation_id, user_id) = 0 and address is not null
        when 'REGISTRATION' then num_nonnulls(invitation_id, user_id) = 0 and address is not null
        else false end),
    -- somebody sits and waits for a mail about their account; a summary can take its time
    add column urgency smallint not null generated always as
        (case kind when 'NOTIFICATIONS' then 3 when 'INVITATION' then 2 else 1 end) stored;
drop index mail_due;
create index mail_due on mail (urgency, due_at) where state = 'PENDING';
create index mail_done on mail (done_at) where state <> 'PENDING' and invitation_id is null;
-- asked for again while one waits, it is the same one
create unique index mail_of_reset on mail (lower(address)) where state = 'PENDING' and kind = 'PASSWORD_RESET';

-- What concerns the safety of an account is mailed even if it was read: by whomever.
update notification set mail_due = false where read_at is not null;
drop index notification_unmailed;
create index notification_unmailed on notification (user_id, id) where mail_due;

-- Nothing goes through Spring Modulith's registry any more.
drop table event_publication;
