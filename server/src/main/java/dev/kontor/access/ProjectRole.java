package dev.kontor.access;

/** What somebody who sees a project is to it (sections 5 and 6); several may hold at once. */
public enum ProjectRole {
    /** sees it, by both gates */
    VIEWER,
    /** belongs to the organization that owns the workspace */
    HOUSE,
    DEVELOPER,
    PROJECT_MANAGER,
    CREATOR,
    /** workspace admin */
    ADMIN
}
