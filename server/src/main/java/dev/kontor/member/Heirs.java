package dev.kontor.member;

import dev.kontor.access.Access;
import dev.kontor.access.Reach;
import dev.kontor.access.Standing;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Workspaces;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** O-02: whom the things of people pass to who lose their place: the member who was named, else the workspace owner. */
@Component
public class Heirs {
    private final Workspaces workspaces;
    private final Members members;
    private final Access access;

    Heirs(Workspaces workspaces, Members members, Access access) {
        this.workspaces = workspaces;
        this.members = members;
        this.access = access;
    }

    /** Whoever names one sees them; the named one stays, may act, and belongs to an organization that has every project. */
    public UUID heir(Reach reach, Set<UUID> leaving, @Nullable UUID named) {
        if (named == null) {
            return workspaces.owner(reach.workspaceId());
        }
        boolean fit = !leaving.contains(named)
                && members.find(reach, named).isPresent()
                && access.standing(named, reach.workspaceId())
                        .filter(Standing::fullAccess)
                        .isPresent();
        if (!fit) {
            throw Refusal.UNKNOWN_MEMBER.on("handOverTo");
        }
        return named;
    }
}
