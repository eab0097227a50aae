package dev.kontor.office;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.member.Members;
import dev.kontor.member.Ownership;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a workspace gets the owner that an administrator named, who becomes a member where there was none left. */
@Component
class Succession {
    private final PossibleOwners possible;
    private final Members members;
    private final Ownership ownership;
    private final Audit audit;

    Succession(PossibleOwners possible, Members members, Ownership ownership, Audit audit) {
        this.possible = possible;
        this.members = members;
        this.ownership = ownership;
        this.audit = audit;
    }

    /** In place of the owner, of that organization; behind the locks of both. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(Actor actor, UUID organizationId, UUID workspaceId, UUID owner, UUID named) {
        var heir = possible.of(organizationId, workspaceId, owner).stream()
                .filter(candidate -> candidate.id().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.UNKNOWN_MEMBER.on("userId"));
        if (members.insert(workspaceId, named, organizationId, Set.of(CollaborationType.OWNER), Set.of())) {
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(workspaceId, AuditKind.MEMBER_ADDED, "user", named, heir.name())
                            .with("roles", Set.of()));
        }
        ownership.pass(actor, workspaceId, named);
    }
}
