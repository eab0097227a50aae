package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.Accounts;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-06: an administrator removes a colleague for good. Everything ends; a tombstone keeps the name on what they made. */
@Component
class RemoveUser {
    private final Access access;
    private final Users users;
    private final OrganizationUsers organizationUsers;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RemoveUser(
            Access access,
            Users users,
            OrganizationUsers organizationUsers,
            Accounts accounts,
            Audit audit,
            ApplicationEventPublisher events) {
        this.access = access;
        this.users = users;
        this.organizationUsers = organizationUsers;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** Somebody named for one workspace. */
    record Named(UUID workspaceId, UUID userId) {}

    /**
     * Who takes over, as far as it is not the workspace owner, and who owns from now on what the user owns. A workspace
     * for which no owner is named keeps the tombstone as its owner until one is.
     */
    record Wanted(@Nullable List<Named> handOver, @Nullable List<Named> owners) {}

    @Transactional
    public void remove(Actor actor, UUID organizationId, UUID userId, Wanted wanted) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        User user = users.byId(userId)
                .filter(found -> found.organizationId().equals(organizationId))
                .orElseThrow(Refusal.NOT_FOUND::refused);
        organizationUsers.office(grant, user).checkExclusion();
        events.publishEvent(
                new UserLeaving(actor, user, false, byWorkspace(wanted.handOver()), byWorkspace(wanted.owners())));
        accounts.remove(grant, userId);
        audit.record(
                actor, AuditEvent.inOrganization(organizationId, AuditKind.USER_REMOVED, "user", userId, user.name()));
    }

    private static Map<UUID, UUID> byWorkspace(@Nullable List<Named> named) {
        Map<UUID, UUID> people = new HashMap<>();
        if (named != null) {
            named.forEach(one -> people.put(one.workspaceId(), one.userId()));
        }
        return people;
    }
}
