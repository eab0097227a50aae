package dev.kontor.invitation;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.Tables.WORKSPACE_INVITATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * M-07: addresses that members of workspaces ask an organization's administrators to bring in: invited as its people,
 * and not among them yet.
 */
@Component
class BringIns {
    private static final kontor.tables.WorkspaceInvitation I = WORKSPACE_INVITATION;
    private static final kontor.tables.AppUser INVITER = APP_USER.as("inviter");
    private static final kontor.tables.Organization INVITERS = kontor.tables.Tables.ORGANIZATION.as("inviters");

    private final DSLContext sql;
    private final Clock clock;

    BringIns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Place(UUID id, String name) {}

    /** An address, the workspace it is wanted in, and who wants it. */
    record Entry(UUID id, String email, Place workspace, Person inviter, Instant createdAt) {}

    Page<Entry> list(Grant<InOrganization> grant, Listing listing) {
        var sees = People.seen(grant.actor(), INVITER.ORGANIZATION_ID).as("sees");
        Condition found =
                listing.search().<Condition>map(q -> lower(I.EMAIL).contains(q)).orElse(noCondition());
        Condition after = listing.after(1).<Condition>map(c -> I.ID.lt(c.id(0))).orElse(noCondition());
        var rows = sql.select(
                        I.ID,
                        I.EMAIL,
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        INVITER.ID,
                        INVITER.NAME,
                        INVITERS.ID,
                        INVITERS.NAME,
                        sees,
                        I.CREATED_AT)
                .from(I)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(I.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .join(INVITER)
                .on(INVITER.ID.eq(I.INVITER_ID))
                .join(INVITERS)
                .on(INVITERS.ID.eq(INVITER.ORGANIZATION_ID))
                .where(I.ORGANIZATION_ID.eq(grant.id()).and(I.KIND.eq("MEMBER")))
                .and(I.ACCEPTED_AT.isNull().and(I.REVOKED_AT.isNull()).and(I.EXPIRES_AT.gt(clock.instant())))
                .and(notExists(selectOne()
                        .from(APP_USER)
                        .where(lower(APP_USER.EMAIL).eq(lower(I.EMAIL)))
                        .and(APP_USER.ORGANIZATION_ID.eq(I.ORGANIZATION_ID).and(APP_USER.REMOVED_AT.isNull()))))
                .and(found)
                .and(after)
                .orderBy(I.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        new Place(r.value3(), r.value4()),
                        Person.seenBy(
                                grant.actor(),
                                false,
                                r.value9(),
                                new Person.Known(
                                        r.value5(),
                                        r.value6(),
                                        new Person.Organization(r.value7(), r.value8()),
                                        Set.of())),
                        r.value10()));
        return Page.of(rows, listing.size(), e -> Cursor.of(e.id()));
    }
}
