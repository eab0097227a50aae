package dev.kontor.member;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a module takes from people who leave a workspace, for the dialog that says so beforehand. */
public interface RemovalImpact {
    /** So many of a kind, for instance 3 of {@code grants}. */
    record Loss(String kind, int count) {}

    /** What these people lose when they cease to be members. */
    List<Loss> ofLeaving(UUID workspaceId, Set<UUID> users);

    /** What the people of an organization lose when it loses these projects (K-08). */
    List<Loss> ofWithdrawing(UUID workspaceId, UUID organizationId, Set<UUID> projects);
}
