package dev.kontor.organization;

import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKFORCE_ACCESS;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of organizations and of whose people they may see. */
@Component
public class Organizations {
    private final DSLContext sql;
    private final Clock clock;

    Organizations(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Organization insert(String name) {
        return sql.insertInto(ORGANIZATION)
                .set(ORGANIZATION.NAME, name)
                .set(ORGANIZATION.CREATED_AT, clock.instant())
                .returning()
                .fetchSingle(Organizations::organization);
    }

    public Optional<Organization> byId(UUID id) {
        return sql.selectFrom(ORGANIZATION).where(ORGANIZATION.ID.eq(id)).fetchOptional(Organizations::organization);
    }

    void rename(Grant<InOrganization> grant, String name) {
        sql.update(ORGANIZATION)
                .set(ORGANIZATION.NAME, name)
                .set(ORGANIZATION.REVISION, ORGANIZATION.REVISION.plus(1))
                .where(ORGANIZATION.ID.eq(grant.id()))
                .execute();
    }

    /** O-04: people of the first may from now on see those of the second; says whether that is new. */
    boolean letSee(UUID organizationId, UUID seenId, UUID grantedBy) {
        return sql.insertInto(WORKFORCE_ACCESS)
                        .set(WORKFORCE_ACCESS.ORGANIZATION_ID, organizationId)
                        .set(WORKFORCE_ACCESS.SEEN_ID, seenId)
                        .set(WORKFORCE_ACCESS.GRANTED_BY, grantedBy)
                        .set(WORKFORCE_ACCESS.GRANTED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Organization organization(Record row) {
        return new Organization(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.CREATED_AT),
                row.get(ORGANIZATION.REVISION));
    }
}
