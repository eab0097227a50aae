package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.Accounts;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-03, C-06: an administrator gives the office to a colleague or takes it, locks an account or unlocks it. */
@Component
class EditUser {
    private final Access access;
    private final Users users;
    private final Accounts accounts;
    private final OrganizationUsers organizationUsers;
    private final Audit audit;

    EditUser(Access access, Users users, Accounts accounts, OrganizationUsers organizationUsers, Audit audit) {
        this.access = access;
        this.users = users;
        this.accounts = accounts;
        this.organizationUsers = organizationUsers;
        this.audit = audit;
    }

    record Change(@Nullable Boolean administrator, @Nullable Boolean locked) {}

    @Transactional
    public OrganizationUsers.Entry edit(Actor actor, UUID organizationId, UUID userId, Change change) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        if (change.administrator() != null) {
            administrator(grant, userId, change.administrator());
        }
        if (change.locked() != null) {
            locked(grant, userId, change.locked());
        }
        return organizationUsers.find(grant, userId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    private void administrator(Grant<InOrganization> grant, UUID userId, boolean wanted) {
        User user = user(grant, userId);
        if (user.administrator() == wanted) {
            return;
        }
        if (!wanted) {
            organizationUsers.office(grant, user).checkDismissal();
        }
        accounts.setAdministrator(grant, userId, wanted);
        record(grant, user, wanted ? AuditKind.USER_ADMINISTRATOR_APPOINTED : AuditKind.USER_ADMINISTRATOR_DISMISSED);
    }

    private void locked(Grant<InOrganization> grant, UUID userId, boolean wanted) {
        User user = user(grant, userId);
        if ((user.lockedAt() != null) == wanted) {
            return;
        }
        if (wanted) {
            organizationUsers.office(grant, user).checkExclusion();
            accounts.lock(grant, userId);
        } else {
            accounts.unlock(grant, userId);
        }
        record(grant, user, wanted ? AuditKind.USER_LOCKED : AuditKind.USER_UNLOCKED);
    }

    private User user(Grant<InOrganization> grant, UUID userId) {
        return users.byId(userId)
                .filter(user -> user.organizationId().equals(grant.id()))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    private void record(Grant<InOrganization> grant, User user, AuditKind kind) {
        audit.record(grant.actor(), AuditEvent.inOrganization(grant.id(), kind, "user", user.id(), user.name()));
    }
}
