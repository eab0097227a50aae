package dev.kontor.organization;

import static kontor.tables.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.defaultValue;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of organizations. */
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

    /** O-04: the organization that handed out this code. */
    Optional<Organization> byCode(String code) {
        return sql.selectFrom(ORGANIZATION)
                .where(ORGANIZATION.CODE.eq(code).and(ORGANIZATION.CLOSED_AT.isNull()))
                .fetchOptional(Organizations::organization);
    }

    /** The code before it names nobody any more. */
    void renewCode(Grant<InOrganization> grant) {
        sql.update(ORGANIZATION)
                .set(ORGANIZATION.CODE, defaultValue(ORGANIZATION.CODE))
                .where(ORGANIZATION.ID.eq(grant.id()))
                .execute();
    }

    /** C-01: nobody is left in it. */
    String close(UUID id) {
        return sql.update(ORGANIZATION)
                .set(ORGANIZATION.CLOSED_AT, clock.instant())
                .where(ORGANIZATION.ID.eq(id))
                .returning(ORGANIZATION.NAME)
                .fetchSingle()
                .get(ORGANIZATION.NAME);
    }

    private static Organization organization(Record row) {
        return new Organization(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.CODE),
                row.get(ORGANIZATION.CREATED_AT),
                row.get(ORGANIZATION.REVISION));
    }
}
