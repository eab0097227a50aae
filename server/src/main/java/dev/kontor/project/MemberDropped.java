package dev.kontor.project;

import dev.kontor.access.Actor;
import java.util.UUID;

/** K-08: a person was taken off a project. Heard in the same transaction: grants and links in it end if they see it no more. */
public record MemberDropped(Actor actor, UUID workspaceId, UUID projectId, UUID userId, UUID heir) {}
