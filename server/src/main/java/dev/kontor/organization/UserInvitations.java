package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.USER_INVITATION;
import static kontor.tables.facts.Tables.INVITATION_MAIL;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.identity.Secret;
import dev.kontor.web.Cursor;
import dev.kontor.web.Email;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of colleagues' invitations. */
@Component
public class UserInvitations {
    /** O-01: whether whoever made it could make it now. */
    private static final Field<Boolean> MAY_INVITE = field(APP_USER.ADMINISTRATOR
                    .isTrue()
                    .and(APP_USER.ORGANIZATION_ID.eq(USER_INVITATION.ORGANIZATION_ID))
                    .and(APP_USER.LOCKED_AT.isNull())
                    .and(APP_USER.REMOVED_AT.isNull()))
            .as("may_invite");

    private final DSLContext sql;
    private final Clock clock;
    private final OrganizationSettings settings;

    UserInvitations(DSLContext sql, Clock clock, OrganizationSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    UUID insert(Grant<InOrganization> grant, Email email, boolean administrator) {
        Instant now = clock.instant();
        return sql.insertInto(USER_INVITATION)
                .set(USER_INVITATION.TOKEN, Secret.random().text())
                .set(USER_INVITATION.ORGANIZATION_ID, grant.id())
                .set(USER_INVITATION.EMAIL, email.address())
                .set(USER_INVITATION.ADMINISTRATOR, administrator)
                .set(USER_INVITATION.INVITER_ID, grant.actor().userId())
                .set(USER_INVITATION.CREATED_AT, now)
                .set(USER_INVITATION.EXPIRES_AT, now.plus(settings.invitationLife()))
                .returning(USER_INVITATION.ID)
                .fetchSingle()
                .get(USER_INVITATION.ID);
    }

    /** The open invitation of an address, renewed, if there is one. */
    Optional<UUID> renew(Grant<InOrganization> grant, Email email, boolean administrator) {
        Instant now = clock.instant();
        return sql.update(USER_INVITATION)
                .set(USER_INVITATION.EXPIRES_AT, now.plus(settings.invitationLife()))
                .set(USER_INVITATION.ADMINISTRATOR, administrator)
                .set(USER_INVITATION.INVITER_ID, grant.actor().userId())
                .where(USER_INVITATION.ORGANIZATION_ID.eq(grant.id()))
                .and(lower(USER_INVITATION.EMAIL).eq(email.key()))
                .and(USER_INVITATION.ACCEPTED_AT.isNull().and(USER_INVITATION.REVOKED_AT.isNull()))
                .returning(USER_INVITATION.ID)
                .fetchOptional(USER_INVITATION.ID);
    }

    Optional<UserInvitation> byId(Grant<InOrganization> grant, UUID id) {
        return select().and(USER_INVITATION.ID.eq(id))
                .and(USER_INVITATION.ORGANIZATION_ID.eq(grant.id()))
                .fetchOptional(UserInvitations::invitation);
    }

    /** By the link that can be copied, or by one that was mailed. */
    public Optional<UserInvitation> byToken(String token) {
        return select().and(USER_INVITATION
                        .TOKEN
                        .eq(token)
                        .or(USER_INVITATION.ID.eq(MailedLinks.invitation(new Secret(token)))))
                .fetchOptional(UserInvitations::invitation);
    }

    Page<UserInvitation> list(Grant<InOrganization> grant, Listing listing) {
        Condition found = listing.search()
                .<Condition>map(q -> lower(USER_INVITATION.EMAIL).contains(q))
                .orElse(noCondition());
        Condition after = listing.after(1)
                .<Condition>map(c -> USER_INVITATION.ID.lt(c.id(0)))
                .orElse(noCondition());
        var rows = select().and(USER_INVITATION.ORGANIZATION_ID.eq(grant.id()))
                .and(found)
                .and(after)
                .orderBy(USER_INVITATION.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(UserInvitations::invitation);
        return Page.of(rows, listing.size(), i -> Cursor.of(i.id()));
    }

    boolean revoke(Grant<InOrganization> grant, UUID id) {
        return sql.update(USER_INVITATION)
                        .set(USER_INVITATION.REVOKED_AT, clock.instant())
                        .where(USER_INVITATION.ORGANIZATION_ID.eq(grant.id()).and(USER_INVITATION.ID.eq(id)))
                        .and(USER_INVITATION.ACCEPTED_AT.isNull().and(USER_INVITATION.REVOKED_AT.isNull()))
                        .execute()
                == 1;
    }

    /** Of an organization that is closed. */
    void revokeAll(UUID organizationId) {
        sql.update(USER_INVITATION)
                .set(USER_INVITATION.REVOKED_AT, clock.instant())
                .where(USER_INVITATION.ORGANIZATION_ID.eq(organizationId))
                .and(USER_INVITATION.ACCEPTED_AT.isNull().and(USER_INVITATION.REVOKED_AT.isNull()))
                .execute();
    }

    /** Whether this acceptance is the first and only one. */
    boolean accept(UUID id, UUID userId) {
        return sql.update(USER_INVITATION)
                        .set(USER_INVITATION.ACCEPTED_AT, clock.instant())
                        .set(USER_INVITATION.ACCEPTED_BY, userId)
                        .where(USER_INVITATION.ID.eq(id))
                        .and(USER_INVITATION.ACCEPTED_AT.isNull().and(USER_INVITATION.REVOKED_AT.isNull()))
                        .execute()
                == 1;
    }

    private SelectConditionStep<? extends Record> select() {
        return sql.select(
                        USER_INVITATION.ID,
                        USER_INVITATION.TOKEN,
                        USER_INVITATION.ORGANIZATION_ID,
                        ORGANIZATION.NAME,
                        USER_INVITATION.EMAIL,
                        USER_INVITATION.ADMINISTRATOR,
                        USER_INVITATION.INVITER_ID,
                        APP_USER.NAME,
                        MAY_INVITE,
                        USER_INVITATION.CREATED_AT,
                        USER_INVITATION.EXPIRES_AT,
                        USER_INVITATION.ACCEPTED_AT,
                        USER_INVITATION.REVOKED_AT)
                .select(InvitationMail.FIELDS)
                .from(USER_INVITATION)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(USER_INVITATION.ORGANIZATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(USER_INVITATION.INVITER_ID))
                .leftJoin(INVITATION_MAIL)
                .on(INVITATION_MAIL.INVITATION_ID.eq(USER_INVITATION.ID))
                .where(noCondition());
    }

    private static UserInvitation invitation(Record row) {
        return new UserInvitation(
                row.get(USER_INVITATION.ID),
                row.get(USER_INVITATION.TOKEN),
                row.get(USER_INVITATION.ORGANIZATION_ID),
                row.get(ORGANIZATION.NAME),
                row.get(USER_INVITATION.EMAIL),
                row.get(USER_INVITATION.ADMINISTRATOR),
                row.get(USER_INVITATION.INVITER_ID),
                row.get(APP_USER.NAME),
                row.get(MAY_INVITE),
                row.get(USER_INVITATION.CREATED_AT),
                row.get(USER_INVITATION.EXPIRES_AT),
                InvitationMail.of(row),
                row.get(USER_INVITATION.ACCEPTED_AT),
                row.get(USER_INVITATION.REVOKED_AT));
    }
}
