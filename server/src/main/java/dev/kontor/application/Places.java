package dev.kontor.application;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The SQL of where somebody stands before a project that is not theirs to see yet. */
@Component
class Places {
    private final DSLContext sql;

    Places(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param member of the workspace
     * @param sees the project, by both gates
     * @param collaborates whether their organization does
     * @param hasProject whether their organization has the project (C-10)
     */
    record Place(boolean member, boolean sees, boolean collaborates, boolean hasProject, ProjectVisibility visibility) {
        /** O-14: why nobody can be let in, where nobody can. */
        Optional<Refusal> bar() {
            if (sees) {
                return Optional.empty();
            }
            if (visibility == ProjectVisibility.PRIVATE) {
                return Optional.of(Refusal.PROJECT_IS_PRIVATE);
            }
            return collaborates && !hasProject ? Optional.of(Refusal.ORGANIZATION_LACKS_PROJECT) : Optional.empty();
        }
    }

    Place of(User user, UUID workspaceId, UUID projectId) {
        Condition theirs =
                COLLABORATOR.WORKSPACE_ID.eq(workspaceId).and(COLLABORATOR.ORGANIZATION_ID.eq(user.organizationId()));
        Condition named = exists(selectOne()
                .from(NAMED_PROJECT)
                .where(NAMED_PROJECT.PROJECT_ID.eq(projectId))
                .and(NAMED_PROJECT.WORKSPACE_ID.eq(workspaceId))
                .and(NAMED_PROJECT.ORGANIZATION_ID.eq(user.organizationId())));
        Field<Boolean> member = field(exists(selectOne()
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.USER_ID.eq(user.id()).and(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId)))));
        Field<Boolean> sees = field(exists(selectOne()
                .from(SIGHT)
                .where(SIGHT.USER_ID.eq(user.id()).and(SIGHT.PROJECT_ID.eq(projectId)))
                .and(SIGHT.SEEN)));
        Field<Boolean> collaborates =
                field(exists(selectOne().from(COLLABORATOR).where(theirs)));
        Field<Boolean> has = field(
                named.or(exists(selectOne().from(COLLABORATOR).where(theirs).and(COLLABORATOR.FULL_ACCESS))));
        return sql.select(member, sees, collaborates, has, PROJECT_CARD.VISIBILITY)
                .from(PROJECT_CARD)
                .where(PROJECT_CARD.PROJECT_ID.eq(projectId))
                .fetchSingle(r -> new Place(
                        r.value1(), r.value2(), r.value3(), r.value4(), ProjectVisibility.valueOf(r.value5())));
    }

    String projectName(UUID projectId) {
        return sql.select(PROJECT_CARD.NAME)
                .from(PROJECT_CARD)
                .where(PROJECT_CARD.PROJECT_ID.eq(projectId))
                .fetchSingle()
                .get(PROJECT_CARD.NAME);
    }
}
