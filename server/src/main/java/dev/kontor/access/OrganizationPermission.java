package dev.kontor.access;

/** What the office of an organization administrator allows (C-02); it gives no right inside a workspace. */
public enum OrganizationPermission implements Permission {
    ORGANIZATION_ADMINISTER
}
