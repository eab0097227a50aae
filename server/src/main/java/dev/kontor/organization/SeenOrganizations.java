package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKFORCE_ACCESS;
import static kontor.tables.facts.Tables.HOST;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Person;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of workforce access: whose people an organization sees, and who sees its own (O-04). */
@Component
class SeenOrganizations {
    private final DSLContext sql;
    private final Clock clock;

    SeenOrganizations(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Seen from the organization whose page it is. */
    enum Direction {
        /** Its users see people of the other one. */
        SEES,
        /** Users of the other one see its people. */
        SEEN_BY
    }

    /** Another organization; who gave the access is told only to those who gave it. */
    record Entry(
            Person.Organization organization,
            Direction direction,
            Instant grantedAt,
            @Nullable String grantedBy) {}

    Page<Entry> list(Grant<InOrganization> grant, Direction direction, Listing listing) {
        boolean sees = direction == Direction.SEES;
        Field<UUID> own = sees ? WORKFORCE_ACCESS.ORGANIZATION_ID : WORKFORCE_ACCESS.SEEN_ID;
        Field<UUID> other = sees ? WORKFORCE_ACCESS.SEEN_ID : WORKFORCE_ACCESS.ORGANIZATION_ID;
        Condition found = listing.search()
                .<Condition>map(q -> lower(ORGANIZATION.NAME).contains(q))
                .orElse(noCondition());
        Condition after = listing.after(2)
                .<Condition>map(
                        c -> row(lower(ORGANIZATION.NAME), ORGANIZATION.ID).gt(c.part(0), c.id(1)))
                .orElse(noCondition());
        var rows = sql.select(
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        WORKFORCE_ACCESS.GRANTED_AT,
                        APP_USER.NAME,
                        lower(ORGANIZATION.NAME))
                .from(WORKFORCE_ACCESS)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(other).and(ORGANIZATION.CLOSED_AT.isNull()))
                .join(APP_USER)
                .on(APP_USER.ID.eq(WORKFORCE_ACCESS.GRANTED_BY))
                .where(own.eq(grant.id()))
                .and(found)
                .and(after)
                .orderBy(lower(ORGANIZATION.NAME), ORGANIZATION.ID)
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(
                        new Entry(
                                new Person.Organization(r.value1(), r.value2()),
                                direction,
                                r.value3(),
                                sees ? null : r.value4()),
                        r.value5()));
        return Page.of(
                        rows,
                        listing.size(),
                        e -> Cursor.of(e.key(), e.item().organization().id()))
                .map(Sorted::item);
    }

    /**
     * Organizations that an administrator knows of anyway, and that do not see their people yet: those whose people
     * they may see themselves, and those in whose workspaces their users work.
     */
    List<Person.Organization> known(Grant<InOrganization> grant) {
        var seen = select(WORKFORCE_ACCESS.SEEN_ID)
                .from(WORKFORCE_ACCESS)
                .where(WORKFORCE_ACCESS.ORGANIZATION_ID.eq(grant.id()));
        var hosts = select(HOST.HOST_ID).from(HOST).where(HOST.ORGANIZATION_ID.eq(grant.id()));
        return sql.select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ID.in(seen.union(hosts)).and(ORGANIZATION.CLOSED_AT.isNull()))
                .andNotExists(selectOne()
                        .from(WORKFORCE_ACCESS)
                        .where(WORKFORCE_ACCESS
                                .SEEN_ID
                                .eq(grant.id())
                                .and(WORKFORCE_ACCESS.ORGANIZATION_ID.eq(ORGANIZATION.ID))))
                .orderBy(lower(ORGANIZATION.NAME), ORGANIZATION.ID)
                .limit(inline(1_000))
                .fetch(Records.mapping(Person.Organization::new));
    }

    /** People of the first may from now on see those of the second; says whether that is new. */
    boolean add(UUID organizationId, UUID seenId, UUID grantedBy) {
        return sql.insertInto(WORKFORCE_ACCESS)
                        .set(WORKFORCE_ACCESS.ORGANIZATION_ID, organizationId)
                        .set(WORKFORCE_ACCESS.SEEN_ID, seenId)
                        .set(WORKFORCE_ACCESS.GRANTED_BY, grantedBy)
                        .set(WORKFORCE_ACCESS.GRANTED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean remove(Grant<InOrganization> grant, UUID organizationId) {
        return sql.deleteFrom(WORKFORCE_ACCESS)
                        .where(WORKFORCE_ACCESS.SEEN_ID.eq(grant.id()))
                        .and(WORKFORCE_ACCESS.ORGANIZATION_ID.eq(organizationId))
                        .execute()
                == 1;
    }
}
