package dev.kontor.access;

import static dev.kontor.web.Refusal.*;
import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * The question everybody asks: may this actor do that with this thing? Visible first (else 404, O-03), then allowed
 * (else 403 naming the permission). A writing use case asks with {@code toWrite}, which first takes the workspace's
 * lock shared; one that changes facts (roles, types, access, visibility, life-cycle) with {@code toChangeFacts}, which
 * takes it alone: so no right is used while it is being withdrawn. Both then ask whether the workspace takes what is new
 * (else 409, A-13); what only takes away is asked with {@code toTakeAway} and {@code toNarrowFacts}, in any state.
 */
@Component
public class Access {
    private final DSLContext sql;
    private final Locks locks;
    private final WorkspaceStates states;

    Access(DSLContext sql, Locks locks, WorkspaceStates states) {
        this.sql = sql;
        this.locks = locks;
        this.states = states;
    }

    public Grant<InOrganization> require(Actor actor, OrganizationPermission permission, UUID organizationId) {
        if (!actor.organizationId().equals(organizationId)
                || !actor.administrator()
                || actor.onlyWorkspaces().isPresent()) {
            throw NOT_FOUND.refused();
        }
        carried(actor, permission);
        return new Grant<>(actor, new InOrganization(organizationId));
    }

    /** The same for a use case that changes users or offices: asked again of the database, behind the lock. */
    public Grant<InOrganization> toChangeFacts(Actor actor, OrganizationPermission permission, UUID organizationId) {
        Grant<InOrganization> grant = require(actor, permission, organizationId);
        locks.alone(Locks.Scope.ORGANIZATION, organizationId);
        boolean still = sql.fetchExists(
                ACTIVE_USER,
                ACTIVE_USER
                        .USER_ID
                        .eq(actor.userId())
                        .and(ACTIVE_USER.ORGANIZATION_ID.eq(organizationId))
                        .and(ACTIVE_USER.ADMINISTRATOR));
        if (!still) {
            throw NOT_FOUND.refused();
        }
        return grant;
    }

    public Grant<InWorkspace> require(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        Standing standing = standing(actor, workspaceId).orElseThrow(NOT_FOUND::refused);
        return require(actor, permission, standing);
    }

    public Grant<InWorkspace> toWrite(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        return writable(toTakeAway(actor, permission, workspaceId));
    }

    public Grant<InWorkspace> toTakeAway(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        locks.shared(Locks.Scope.WORKSPACE, workspaceId);
        return require(actor, permission, workspaceId);
    }

    public Grant<InWorkspace> toChangeFacts(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        return writable(toNarrowFacts(actor, permission, workspaceId));
    }

    public Grant<InWorkspace> toNarrowFacts(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        locks.alone(Locks.Scope.WORKSPACE, workspaceId);
        return require(actor, permission, workspaceId);
    }

    /** For what may turn out to be more than taking away: the grant again, unless the workspace takes nothing new. */
    public <S extends Grant.Scope> Grant<S> writable(Grant<S> grant) {
        grant.standing().ifPresent(states::checkWritable);
        return grant;
    }

    /** What the actor reaches in a workspace, for lists in it; 404 to those who are not members. */
    public Reach reach(Actor actor, WorkspacePermission permission, UUID workspaceId) {
        Reach reach = Reaches.read(sql, actor, workspaceId).orElseThrow(NOT_FOUND::refused);
        require(actor, permission, reach.standing());
        return reach;
    }

    /** The same in all of the actor's workspaces, one statement for all; none to those who are members of none. */
    public List<Reach> reaches(Actor actor, WorkspacePermission permission) {
        carried(actor, permission);
        return Reaches.readAll(sql, actor).stream()
                .filter(reach -> permission.heldBy(reach.standing().roles()))
                .toList();
    }

    /** The grant that a reach amounts to, without asking the database again. */
    public static Grant<InWorkspace> require(Reach reach, WorkspacePermission permission) {
        return require(reach.actor(), permission, reach.standing());
    }

    private static Grant<InWorkspace> require(Actor actor, WorkspacePermission permission, Standing standing) {
        if (!permission.heldBy(standing.roles())) {
            throw FORBIDDEN.refused(permission.name()).with("permission", permission.name());
        }
        carried(actor, permission);
        return new Grant<>(actor, new InWorkspace(standing.workspaceId(), standing));
    }

    private Optional<Standing> standing(Actor actor, UUID workspaceId) {
        return actor.reaches(workspaceId) ? standing(actor.userId(), workspaceId) : Optional.empty();
    }

    /** What somebody is in a workspace at this moment, for decisions about others: an inviter, an heir. */
    public Optional<Standing> standing(UUID userId, UUID workspaceId) {
        return Optional.ofNullable(standings(Set.of(userId), workspaceId).get(userId));
    }

    /** The same of several people at once; who is no member, or may not act at all, is left out. */
    public Map<UUID, Standing> standings(Collection<UUID> userIds, UUID workspaceId) {
        return sql.select(
                        MEMBERSHIP.USER_ID,
                        MEMBERSHIP.WORKSPACE_ID,
                        MEMBERSHIP.ORGANIZATION_ID,
                        MEMBERSHIP.ROLES,
                        MEMBERSHIP.TYPES,
                        MEMBERSHIP.FULL_ACCESS,
                        MEMBERSHIP.OWNER,
                        MEMBERSHIP.STATE)
                .from(MEMBERSHIP)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(MEMBERSHIP.USER_ID))
                .where(MEMBERSHIP.USER_ID.eq(any(userIds.toArray(UUID[]::new))))
                .and(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId))
                .fetchMap(MEMBERSHIP.USER_ID, Reaches::standing);
    }

    public Grant<InProject> require(Actor actor, ProjectPermission permission, UUID projectId) {
        Record row = sql.select(
                        SIGHT.WORKSPACE_ID,
                        SIGHT.ORGANIZATION_ID,
                        SIGHT.ROLES,
                        SIGHT.TYPES,
                        SIGHT.FULL_ACCESS,
                        SIGHT.OWNER,
                        SIGHT.STATE,
                        SIGHT.CREATOR,
                        SIGHT.ARCHIVED,
                        SIGHT.TRASHED)
                .from(SIGHT)
                .where(SIGHT.PROJECT_ID
                        .eq(projectId)
                        .and(SIGHT.USER_ID.eq(actor.userId()))
                        .and(SIGHT.SEEN))
                .fetchOne();
        if (row == null || !actor.reaches(row.get(SIGHT.WORKSPACE_ID))) {
            throw NOT_FOUND.refused();
        }
        Standing standing = Reaches.standingOfSight(row);
        Set<ProjectRole> roles = projectRoles(standing, row.get(SIGHT.CREATOR));
        if (!permission.heldBy(roles)) {
            throw FORBIDDEN.refused(permission.name()).with("permission", permission.name());
        }
        carried(actor, permission);
        return new Grant<>(
                actor, new InProject(projectId, standing, roles, row.get(SIGHT.ARCHIVED), row.get(SIGHT.TRASHED)));
    }

    public Grant<InProject> toWrite(Actor actor, ProjectPermission permission, UUID projectId) {
        return writable(toTakeAway(actor, permission, projectId));
    }

    public Grant<InProject> toTakeAway(Actor actor, ProjectPermission permission, UUID projectId) {
        locks.shared(Locks.Scope.WORKSPACE, workspaceOfProject(projectId));
        return require(actor, permission, projectId);
    }

    public Grant<InProject> toChangeFacts(Actor actor, ProjectPermission permission, UUID projectId) {
        return writable(toNarrowFacts(actor, permission, projectId));
    }

    public Grant<InProject> toNarrowFacts(Actor actor, ProjectPermission permission, UUID projectId) {
        locks.alone(Locks.Scope.WORKSPACE, workspaceOfProject(projectId));
        return require(actor, permission, projectId);
    }

    /** What somebody who sees a project is to it. */
    public static Set<ProjectRole> projectRoles(Standing standing, boolean creator) {
        Set<ProjectRole> roles = EnumSet.of(ProjectRole.VIEWER);
        if (standing.house()) roles.add(ProjectRole.HOUSE);
        if (standing.roles().contains(WorkspaceRole.DEVELOPER)) roles.add(ProjectRole.DEVELOPER);
        if (standing.roles().contains(WorkspaceRole.PROJECT_MANAGER)) roles.add(ProjectRole.PROJECT_MANAGER);
        if (standing.admin()) roles.add(ProjectRole.ADMIN);
        if (creator) roles.add(ProjectRole.CREATOR);
        return roles;
    }

    private UUID workspaceOfProject(UUID projectId) {
        return sql.select(PROJECT.WORKSPACE_ID)
                .from(PROJECT)
                .where(PROJECT.ID.eq(projectId))
                .fetchOptional(PROJECT.WORKSPACE_ID)
                .orElseThrow(NOT_FOUND::refused);
    }

    public Grant<InDataset> require(Actor actor, DatasetPermission permission, UUID datasetId) {
        Record row = sql.select(DATASET.ID, DATASET.PROJECT_ID, DATASET.WORKSPACE_ID, DATASET.VISIBILITY)
                .select(DatasetFacts.FIELDS)
                .from(DATASET)
                .leftJoin(DATASET_STANDING)
                .on(DatasetFacts.join(actor, DATASET.ID))
                .where(DATASET.ID.eq(datasetId))
                .fetchOne();
        return require(actor, permission, row);
    }

    /** The same from a row that was read for its own sake, so that reading by id needs one statement. */
    public Grant<InDataset> require(
            Actor actor, DatasetPermission permission, @org.jspecify.annotations.Nullable Record row) {
        if (row == null || !actor.reaches(row.get(DATASET.WORKSPACE_ID))) {
            throw NOT_FOUND.refused();
        }
        DatasetFacts facts = DatasetFacts.of(row);
        DatasetLevel level = facts.level().orElseThrow(NOT_FOUND::refused);
        if (!permission.heldBy(facts, level) || keyNeedsUse(actor, permission, level)) {
            throw FORBIDDEN.refused(permission.name()).with("permission", permission.name());
        }
        carried(actor, permission);
        return new Grant<>(
                actor,
                new InDataset(
                        row.get(DATASET.ID),
                        row.get(DATASET.PROJECT_ID),
                        row.get(DATASET.WORKSPACE_ID),
                        level,
                        facts.own(),
                        DatasetPermission.DATASET_APPROVE.heldBy(facts, level),
                        facts.standing(row),
                        facts.seesProject() && row.get(DATASET_STANDING.ARCHIVED),
                        facts.seesProject() && row.get(DATASET_STANDING.TRASHED)));
    }

    public Grant<InDataset> toWrite(Actor actor, DatasetPermission permission, UUID datasetId) {
        return writable(toTakeAway(actor, permission, datasetId));
    }

    public Grant<InDataset> toTakeAway(Actor actor, DatasetPermission permission, UUID datasetId) {
        locks.shared(Locks.Scope.WORKSPACE, workspaceOfDataset(datasetId));
        return require(actor, permission, datasetId);
    }

    public Grant<InDataset> toChangeFacts(Actor actor, DatasetPermission permission, UUID datasetId) {
        return writable(toNarrowFacts(actor, permission, datasetId));
    }

    public Grant<InDataset> toNarrowFacts(Actor actor, DatasetPermission permission, UUID datasetId) {
        locks.alone(Locks.Scope.WORKSPACE, workspaceOfDataset(datasetId));
        return require(actor, permission, datasetId);
    }

    /** T-08: with an access key everything beyond the details page needs USER. */
    public static boolean keyNeedsUse(Actor actor, DatasetPermission permission, DatasetLevel level) {
        return actor.key().isPresent()
                && permission != DatasetPermission.DATASET_PREVIEW
                && !level.reaches(DatasetLevel.USER);
    }

    private UUID workspaceOfDataset(UUID datasetId) {
        return sql.select(DATASET.WORKSPACE_ID)
                .from(DATASET)
                .where(DATASET.ID.eq(datasetId))
                .fetchOptional(DATASET.WORKSPACE_ID)
                .orElseThrow(NOT_FOUND::refused);
    }

    /** Whether the actor's key lets that through; lists ask it of what they show as well. */
    public static void carried(Actor actor, Permission permission) {
        if (!actor.carries(permission)) {
            throw KEY_TOO_NARROW.refused(permission.name()).with("permission", permission.name());
        }
    }
}
