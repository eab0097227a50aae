package dev.kontor.workspace;

import dev.kontor.access.Actor;
import java.util.UUID;

/** A workspace came into being. Heard in the same transaction: its organization and its owner take their places in it. */
public record WorkspaceCreated(Actor owner, UUID workspaceId) {}
