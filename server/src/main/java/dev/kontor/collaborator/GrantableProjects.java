package dev.kontor.collaborator;

import static kontor.tables.Tables.COLLABORATOR_PROJECT;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.invitation.CollaboratorProject;
import dev.kontor.web.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** K-09: the projects that somebody may grant and withdraw: those they see, which their organization has. */
@Component
class GrantableProjects {
    private final DSLContext sql;

    GrantableProjects(DSLContext sql) {
        this.sql = sql;
    }

    List<CollaboratorProject> list(Reach reach) {
        return sql.select(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.NAME, PROJECT_CARD.VISIBILITY)
                .from(PROJECT_CARD)
                .where(grantable(reach))
                .orderBy(lower(PROJECT_CARD.NAME), PROJECT_CARD.PROJECT_ID)
                .limit(inline(1_000))
                .fetch(Records.mapping(CollaboratorProject::new));
    }

    /** Refuses the first one that is not grantable, as if it did not exist. */
    void check(Reach reach, Collection<UUID> projects) {
        if (projects.isEmpty()) {
            return;
        }
        Set<UUID> unknown = new HashSet<>(projects);
        unknown.removeAll(sql.select(PROJECT_CARD.PROJECT_ID)
                .from(PROJECT_CARD)
                .where(grantable(reach).and(PROJECT_CARD.PROJECT_ID.eq(any(projects.toArray(UUID[]::new)))))
                .fetchSet(PROJECT_CARD.PROJECT_ID));
        unknown.stream().findFirst().ifPresent(id -> {
            throw Refusal.UNKNOWN_PROJECT.refused(id);
        });
    }

    /** All of them but these: what an organization loses that full access is taken from. */
    Set<UUID> but(Reach reach, Collection<UUID> kept) {
        return fetch(grantable(reach), kept);
    }

    /** Every project of the workspace but these: what such an organization has from then on, by name (K-09). */
    Set<UUID> allBut(UUID workspaceId, Collection<UUID> lost) {
        return fetch(PROJECT_CARD.WORKSPACE_ID.eq(workspaceId), lost);
    }

    /** K-08: how many of the organization's people see any of these now, and lose sight of it with the projects. */
    int seenBy(Reach reach, UUID organizationId, Collection<UUID> projects) {
        return sql.fetchCount(selectDistinct(SIGHT.USER_ID)
                .from(SIGHT)
                .where(SIGHT.WORKSPACE_ID.eq(reach.workspaceId()).and(SIGHT.ORGANIZATION_ID.eq(organizationId)))
                .and(SIGHT.PROJECT_ID.eq(any(projects.toArray(UUID[]::new))))
                .and(SIGHT.SEEN));
    }

    private Set<UUID> fetch(Condition which, Collection<UUID> without) {
        Set<UUID> projects = sql.select(PROJECT_CARD.PROJECT_ID)
                .from(PROJECT_CARD)
                .where(which)
                .fetchSet(PROJECT_CARD.PROJECT_ID);
        projects.removeAll(without);
        return projects;
    }

    private static Condition grantable(Reach reach) {
        Condition had = reach.standing().fullAccess()
                ? noCondition()
                : exists(selectOne()
                        .from(COLLABORATOR_PROJECT)
                        .where(COLLABORATOR_PROJECT.WORKSPACE_ID.eq(PROJECT_CARD.WORKSPACE_ID))
                        .and(COLLABORATOR_PROJECT.ORGANIZATION_ID.eq(
                                reach.standing().organizationId()))
                        .and(COLLABORATOR_PROJECT.PROJECT_ID.eq(PROJECT_CARD.PROJECT_ID)));
        return PROJECT_CARD
                .WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(PROJECT_CARD.TRASHED.isFalse())
                .and(Sight.of(reach).sees(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.VISIBILITY))
                .and(had);
    }
}
