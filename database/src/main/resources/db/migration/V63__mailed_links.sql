-- Invitations' links as they were mailed: known to whoever reads the mail of the address, and not to whoever invites, who holds the
-- link that can be copied (decision 12). Each works as long as its invitation; made when the mail goes, only the digest is kept.
create table mailed_link (
    digest        bytea primary key,
    invitation_id uuid not null,
    made_at       timestamptz not null
);
create index mailed_link_by_age on mailed_link (made_at);

-- Whoever follows the copied link without an account is mailed one. Asked for again while one waits, it is the same one.
alter table mail
    drop constraint mail_of_its_kind,
    add constraint mail_of_its_kind check (case kind
        when 'INVITATION' then invitation_id is not null and user_id is null and address is not null
        when 'NOTIFICATIONS' then invitation_id is null and user_id is not null and address is null
        when 'PASSWORD_RESET' then num_nonnulls(invitation_id, user_id) = 0 and address is not null
        when 'REGISTRATION' then num_nonnulls(invitation_id, user_id) = 0 and address is not null
        when 'INVITATION_LINK' then num_nonnulls(invitation_id, user_id) = 0 and address is not null
        else false end);
create unique index mail_of_invitation_link on mail ((words ->> 'id')) where state = 'PENDING' and kind = 'INVITATION_LINK';

-- No link waits with its mail any more: only where it leads.
update mail set words = (words - 'link') || jsonb_build_object('page', regexp_replace(words ->> 'link', '[^/]*$', ''))
where kind = 'INVITATION' and state = 'PENDING';
