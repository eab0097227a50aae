package dev.kontor.invitation;

import static kontor.tables.facts.Tables.ACTIVE_USER;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** O-01: what an invitation is still worth at this moment, by what its inviter may do now. */
@Component
public class Inviters {
    private final Access access;
    private final DSLContext sql;

    Inviters(Access access, DSLContext sql) {
        this.access = access;
        this.sql = sql;
    }

    /** What holds today of an invitation; what was dropped is said in words. */
    public record Worth(
            Set<WorkspaceRole> roles,
            Set<CollaborationType> types,
            boolean fullAccess,
            Set<UUID> projects,
            boolean bringsIn,
            List<String> dropped) {}

    /** Whether the inviter could invite at all; otherwise the invitation waits for somebody who renews it. */
    public boolean could(WorkspaceInvitation invitation) {
        return access.standing(invitation.inviter().id(), invitation.workspaceId())
                .filter(inviter -> could(invitation, inviter))
                .isPresent();
    }

    private static boolean could(WorkspaceInvitation i, Standing inviter) {
        boolean partner = i.kind() == WorkspaceInvitation.Kind.COLLABORATOR;
        var permission = partner ? WorkspacePermission.COLLABORATOR_MANAGE : WorkspacePermission.MEMBER_MANAGE;
        return permission.heldBy(inviter.roles())
                && (!partner || i.types().stream().anyMatch(type -> type.dealtWithBy(inviter.roles())));
    }

    /** Of invitations into one workspace, those whose inviters could invite: asked once for all. */
    Set<UUID> couldOf(UUID workspaceId, List<WorkspaceInvitation> invitations) {
        Set<UUID> inviters = invitations.stream().map(i -> i.inviter().id()).collect(Collectors.toSet());
        Map<UUID, Standing> standings = access.standings(inviters, workspaceId);
        return invitations.stream()
                .filter(i -> standings.containsKey(i.inviter().id())
                        && could(
                                i,
                                Objects.requireNonNull(standings.get(i.inviter().id()))))
                .map(WorkspaceInvitation::id)
                .collect(Collectors.toSet());
    }

    public Optional<Worth> worth(WorkspaceInvitation i) {
        return access.standing(i.inviter().id(), i.workspaceId()).flatMap(standing -> worth(i, standing));
    }

    private Optional<Worth> worth(WorkspaceInvitation i, Standing inviter) {
        if (!could(i, inviter)) {
            return Optional.empty();
        }
        boolean partner = i.kind() == WorkspaceInvitation.Kind.COLLABORATOR;
        Set<CollaborationType> types = EnumSet.noneOf(CollaborationType.class);
        i.types().stream().filter(type -> type.dealtWithBy(inviter.roles())).forEach(types::add);
        List<String> dropped = new ArrayList<>();
        i.types().stream().filter(type -> !types.contains(type)).forEach(type -> dropped.add(type.name()));
        Set<WorkspaceRole> roles = EnumSet.noneOf(WorkspaceRole.class);
        roles.addAll(i.roles());
        roles.retainAll(WorkspaceRole.managedBy(inviter.roles()));
        if (partner) {
            roles.retainAll(CollaborationType.roles(types));
        }
        i.roles().stream().filter(role -> !roles.contains(role)).forEach(role -> dropped.add(role.name()));
        boolean full = i.fullAccess() && inviter.fullAccess();
        if (i.fullAccess() && !full) {
            dropped.add("FULL_ACCESS");
        }
        Set<UUID> projects = projects(i, inviter, dropped);
        return Optional.of(new Worth(roles, types, full, projects, i.bringsIn() && administrator(i), dropped));
    }

    /** Of the projects named, those that the inviter sees still, whose organization has them, and that are not in the trash. */
    private Set<UUID> projects(WorkspaceInvitation i, Standing inviter, List<String> dropped) {
        if (i.projects().isEmpty()) {
            return Set.of();
        }
        Set<UUID> named = i.projects().stream().map(CollaboratorProject::id).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>(sql.select(SIGHT.PROJECT_ID)
                .from(SIGHT)
                .where(SIGHT.USER_ID
                        .eq(i.inviter().id())
                        .and(SIGHT.SEEN)
                        .and(SIGHT.PROJECT_ID.in(select(PROJECT_CARD.PROJECT_ID)
                                .from(PROJECT_CARD)
                                .where(not(PROJECT_CARD.TRASHED))))
                        .and(SIGHT.PROJECT_ID.eq(any(named.toArray(UUID[]::new)))))
                .fetch(SIGHT.PROJECT_ID));
        i.projects().stream()
                .filter(project -> !seen.contains(project.id()))
                .forEach(project -> dropped.add(project.name()));
        return seen;
    }

    /** M-07: bringing somebody into the organization in the same step takes its administrator. */
    private boolean administrator(WorkspaceInvitation i) {
        return i.organization() != null
                && sql.fetchExists(
                        ACTIVE_USER,
                        ACTIVE_USER
                                .USER_ID
                                .eq(i.inviter().id())
                                .and(ACTIVE_USER.ORGANIZATION_ID.eq(
                                        i.organization().id()))
                                .and(ACTIVE_USER.ADMINISTRATOR));
    }
}
