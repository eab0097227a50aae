package dev.kontor.workspace;

import java.util.UUID;

/**
 * the transaction with which a purge begins. Heard in it, behind the workspace's lock: from its commit on nobody
 * sees anything of what goes.
 */
public record WorkspacePurgeBegun(UUID workspaceId) {}
