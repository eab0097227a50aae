package dev.kontor.acceptance;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Names;
import dev.kontor.access.WorkspaceState;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The workspaces that the people of an organization come into by themselves (K-10, M-09). */
@Component
class Entrances {
    private static final kontor.tables.Workspace OWNED = WORKSPACE.as("owned");

    private final DSLContext sql;

    Entrances(DSLContext sql) {
        this.sql = sql;
    }

    /** One of them, with what its members from that organization may hold, and whether it takes new ones now (O-10). */
    record Entrance(UUID workspaceId, Set<CollaborationType> types, boolean writable, boolean implicit) {
        /** Which rule opens it, as the log says it. */
        String rule() {
            return implicit ? "M-09" : "K-10";
        }
    }

    List<Entrance> of(UUID organizationId) {
        return of(organizationId, noCondition());
    }

    /** The same, of these workspaces only. */
    List<Entrance> of(UUID organizationId, Collection<UUID> workspaces) {
        return of(organizationId, WORKSPACE.ID.eq(any(workspaces.toArray(UUID[]::new))));
    }

    private List<Entrance> of(UUID organizationId, Condition which) {
        Field<Boolean> implicit = field(implicit(organizationId)).as("implicit");
        return sql.select(WORKSPACE.ID, COLLABORATOR.TYPES, WORKSPACE.STATE, implicit)
                .from(COLLABORATOR)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(COLLABORATOR.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .where(COLLABORATOR.ORGANIZATION_ID.eq(organizationId))
                .and(which)
                .and(autoInvited(organizationId).or(implicit(organizationId)))
                .fetch(r -> new Entrance(
                        r.value1(),
                        Names.read(CollaborationType.class, r.value2()),
                        WorkspaceState.WRITABLE.contains(r.value3()),
                        r.value4()));
    }

    /** K-10, unless the organization's administrators switched it off (O-04). */
    private static Condition autoInvited(UUID organizationId) {
        return COLLABORATOR
                .AUTO_INVITE
                .isTrue()
                .and(notExists(selectOne()
                        .from(AUTO_INVITE_REFUSAL)
                        .where(AUTO_INVITE_REFUSAL.ORGANIZATION_ID.eq(organizationId))));
    }

    /** M-09: the one workspace that the organization owns; purged and dying ones do not count. */
    private static Condition implicit(UUID organizationId) {
        return WORKSPACE
                .ORGANIZATION_ID
                .eq(organizationId)
                .and(WORKSPACE.IMPLICIT_MEMBERS)
                .and(WORKSPACE.STATE.notIn(DYING))
                .and(notExists(selectOne()
                        .from(OWNED)
                        .where(OWNED.ORGANIZATION_ID.eq(organizationId).and(OWNED.ID.ne(WORKSPACE.ID)))
                        .and(OWNED.DELETED_AT.isNull().and(OWNED.STATE.notIn(DYING)))));
    }

    private static final List<String> DYING = List.of("DELETION_SCHEDULED", "PURGED");
}
