package dev.kontor.workspace;

import java.util.UUID;

/**
 * the last transaction of a workspace that was to be deleted, in which settings, user list and statistics go. Heard
 * in it by whoever keeps something of that kind, in the order in which rows refer to each other.
 */
public record WorkspaceDeleting(UUID workspaceId) {
    /** What refers to members. */
    public static final int BEFORE_MEMBERS = 1;

    public static final int MEMBERS = 2;
    /** What members refer to. */
    public static final int AFTER_MEMBERS = 3;
}
