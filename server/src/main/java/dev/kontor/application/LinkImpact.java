package dev.kontor.application;

import dev.kontor.member.RemovalImpact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** O-02, K-08: links end with what their makers lose; the schema and following them see to it. */
@Component
class LinkImpact implements RemovalImpact {
    private final Links links;

    LinkImpact(Links links) {
        this.links = links;
    }

    @Override
    public List<Loss> ofLeaving(UUID workspaceId, Set<UUID> users) {
        return List.of(new Loss("links", links.countOf(workspaceId, users)));
    }

    @Override
    public List<Loss> ofWithdrawing(UUID workspaceId, UUID organizationId, Set<UUID> projects) {
        return List.of(new Loss("links", links.countOf(workspaceId, organizationId, projects)));
    }
}
