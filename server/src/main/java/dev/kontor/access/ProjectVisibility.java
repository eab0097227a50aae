package dev.kontor.access;

/** Who passes a project's second gate (C-10): its creator; chosen members too; or, PUBLIC, the workspace. */
public enum ProjectVisibility {
    PRIVATE,
    SHARED,
    PUBLIC
}
