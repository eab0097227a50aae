package dev.kontor.workspace;

import java.time.Instant;
import java.util.UUID;

/**
 * A purge that has deleted all projects: what belongs to none of them goes now. Heard outside of any transaction: whoever
 * keeps something deletes it in steps of their own, and again from the beginning if a step was interrupted. The workspace
 * may have switched to a plan again meanwhile; what came after the beginning stays.
 *
 * @param annotsBelow labels with smaller ids were there when it began
 */
public record WorkspacePurging(UUID workspaceId, Instant begunAt, long annotsBelow) {}
