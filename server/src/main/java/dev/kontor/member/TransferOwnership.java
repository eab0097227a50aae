package dev.kontor.member;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.identity.ConfirmPassword;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** the workspace owner passes the workspace on, and says their password again. */
@Component
class TransferOwnership {
    private final Access access;
    private final ConfirmPassword confirm;
    private final Ownership ownership;
    private final TransactionTemplate transaction;

    TransferOwnership(Access access, ConfirmPassword confirm, Ownership ownership, TransactionTemplate transaction) {
        this.access = access;
        this.confirm = confirm;
        this.ownership = ownership;
        this.transaction = transaction;
    }

    record Wanted(UUID userId, String password) {}

    /** Asked twice: before the password, so that it helps nobody to guess one, and behind the lock. */
    void transfer(Actor actor, UUID workspaceId, Wanted wanted, String address) {
        transaction.executeWithoutResult(
                status -> access.require(actor, WorkspacePermission.WORKSPACE_OWN, workspaceId));
        BrowserOnly.check(actor);
        confirm.check(actor, wanted.password(), "password", address);
        transaction.executeWithoutResult(status -> {
            access.toNarrowFacts(actor, WorkspacePermission.WORKSPACE_OWN, workspaceId);
            ownership.pass(actor, workspaceId, wanted.userId());
        });
    }
}
