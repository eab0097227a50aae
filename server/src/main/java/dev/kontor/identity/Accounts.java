package dev.kontor.identity;

import static kontor.tables.Tables.ACCESS_KEY;
import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.PASSWORD_RESET;
import static kontor.tables.Tables.SESSION;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.UpdateConditionStep;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;

/** The SQL of what an organization's administrators do with the accounts of its users (C-03, C-06). */
@Component
public class Accounts {
    private final DSLContext sql;
    private final Clock clock;

    Accounts(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void setAdministrator(Grant<InOrganization> grant, UUID userId, boolean administrator) {
        of(grant, userId, change().set(APP_USER.ADMINISTRATOR, administrator)).execute();
    }

    /** Sessions and links end for good; access keys sleep until the account is unlocked. */
    public void lock(Grant<InOrganization> grant, UUID userId) {
        of(grant, userId, change().set(APP_USER.LOCKED_AT, clock.instant())).execute();
        endSessions(userId);
    }

    public void unlock(Grant<InOrganization> grant, UUID userId) {
        of(grant, userId, change().setNull(APP_USER.LOCKED_AT)).execute();
    }

    /** A tombstone stays: what they made stands under their name. The address is free again. */
    public void remove(Grant<InOrganization> grant, UUID userId) {
        of(
                        grant,
                        userId,
                        change().set(APP_USER.REMOVED_AT, clock.instant())
                                .set(APP_USER.ADMINISTRATOR, false)
                                .setNull(APP_USER.PASSWORD_HASH))
                .execute();
        endSessions(userId);
        sql.deleteFrom(ACCESS_KEY).where(ACCESS_KEY.USER_ID.eq(userId)).execute();
    }

    /** C-01: into another organization, as if new: sessions and keys of before end. */
    public void move(UUID userId, UUID organizationId, boolean administrator) {
        change().set(APP_USER.ORGANIZATION_ID, organizationId)
                .set(APP_USER.ADMINISTRATOR, administrator)
                .set(APP_USER.PROVEN, true)
                .where(APP_USER.ID.eq(userId))
                .execute();
        endSessions(userId);
        sql.deleteFrom(ACCESS_KEY).where(ACCESS_KEY.USER_ID.eq(userId)).execute();
    }

    private void endSessions(UUID userId) {
        sql.deleteFrom(SESSION).where(SESSION.USER_ID.eq(userId)).execute();
        sql.deleteFrom(PASSWORD_RESET).where(PASSWORD_RESET.USER_ID.eq(userId)).execute();
    }

    private UpdateSetMoreStep<?> change() {
        return sql.update(APP_USER).set(APP_USER.REVISION, APP_USER.REVISION.plus(1));
    }

    private static UpdateConditionStep<?> of(Grant<InOrganization> grant, UUID userId, UpdateSetMoreStep<?> change) {
        return change.where(APP_USER.ID.eq(userId).and(APP_USER.ORGANIZATION_ID.eq(grant.id())));
    }
}
