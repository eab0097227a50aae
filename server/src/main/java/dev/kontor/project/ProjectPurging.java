package dev.kontor.project;

import java.util.UUID;

/**
 * O-13: a project's time in the trash is over, and nobody sees it any more. Heard outside of any transaction: whoever
 * keeps something in it deletes that in steps of their own, and again from the beginning if a step was interrupted.
 */
public record ProjectPurging(UUID workspaceId, UUID projectId) {}
