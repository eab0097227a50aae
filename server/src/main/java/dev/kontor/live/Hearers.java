package dev.kontor.live;

import static kontor.tables.facts.Tables.ACTIVE_USER;
import static kontor.tables.facts.Tables.MEMBERSHIP;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of who may hear of something, among those who listen. */
@Component
class Hearers {
    private final DSLContext sql;

    Hearers(DSLContext sql) {
        this.sql = sql;
    }

    /** Members of the workspace, as they stand at this moment. */
    Map<UUID, Standing> in(UUID workspace, Collection<UUID> listening) {
        return new HashMap<>(sql.select(
                        MEMBERSHIP.USER_ID,
                        MEMBERSHIP.WORKSPACE_ID,
                        MEMBERSHIP.ORGANIZATION_ID,
                        MEMBERSHIP.ROLES,
                        MEMBERSHIP.TYPES,
                        MEMBERSHIP.FULL_ACCESS,
                        MEMBERSHIP.OWNER,
                        MEMBERSHIP.STATE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.WORKSPACE_ID.eq(workspace))
                .and(MEMBERSHIP.USER_ID.eq(any(listening.toArray(UUID[]::new))))
                .fetchMap(
                        r -> r.value1(),
                        r -> Standing.of(
                                r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8())));
    }

    /** The organizations of those who listen, as they are at this moment. */
    Map<UUID, UUID> organizations(Collection<UUID> listening) {
        return new HashMap<>(sql.select(ACTIVE_USER.USER_ID, ACTIVE_USER.ORGANIZATION_ID)
                .from(ACTIVE_USER)
                .where(ACTIVE_USER.USER_ID.eq(any(listening.toArray(UUID[]::new))))
                .fetchMap(ACTIVE_USER.USER_ID, ACTIVE_USER.ORGANIZATION_ID));
    }
}
