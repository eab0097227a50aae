package dev.kontor.collaborator;

import static kontor.tables.Tables.AUTO_INVITE_REFUSAL;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of organizations whose people nobody auto-invites (O-04). */
@Component
class AutoInviteRefusals {
    private final DSLContext sql;
    private final Clock clock;

    AutoInviteRefusals(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    boolean exists(Grant<InOrganization> grant) {
        return sql.fetchExists(AUTO_INVITE_REFUSAL, AUTO_INVITE_REFUSAL.ORGANIZATION_ID.eq(grant.id()));
    }

    /** Says whether that is new. */
    boolean insert(Grant<InOrganization> grant) {
        return sql.insertInto(AUTO_INVITE_REFUSAL)
                        .set(AUTO_INVITE_REFUSAL.ORGANIZATION_ID, grant.id())
                        .set(AUTO_INVITE_REFUSAL.REFUSED_BY, grant.actor().userId())
                        .set(AUTO_INVITE_REFUSAL.REFUSED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean delete(Grant<InOrganization> grant) {
        return sql.deleteFrom(AUTO_INVITE_REFUSAL)
                        .where(AUTO_INVITE_REFUSAL.ORGANIZATION_ID.eq(grant.id()))
                        .execute()
                == 1;
    }
}
