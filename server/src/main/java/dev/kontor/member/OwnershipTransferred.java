package dev.kontor.member;

import java.util.UUID;

/** A workspace has another owner; told in the same transaction. */
public record OwnershipTransferred(UUID workspaceId, UUID formerOwnerId, UUID ownerId, UUID actorId) {}
