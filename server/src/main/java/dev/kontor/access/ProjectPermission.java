package dev.kontor.access;

import static dev.kontor.access.ProjectRole.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may do what in a project that they see (section 5, O-12). */
public enum ProjectPermission implements Permission {
    // spotless:off
    PROJECT_VIEW   (VIEWER, HOUSE, DEVELOPER, PROJECT_MANAGER, CREATOR, ADMIN),
    PROJECT_ADD    (        HOUSE, DEVELOPER, PROJECT_MANAGER,          ADMIN),
    PROJECT_EDIT   (                          PROJECT_MANAGER, CREATOR, ADMIN),
    PROJECT_CLOSE  (                                           CREATOR, ADMIN);   // make it PRIVATE, delete it
    // spotless:on

    private final Set<ProjectRole> holders;

    ProjectPermission(ProjectRole... holders) {
        this.holders = EnumSet.copyOf(List.of(holders));
    }

    public boolean heldBy(Collection<ProjectRole> roles) {
        return roles.stream().anyMatch(holders::contains);
    }

    /** Of all these, the ones that somebody with these roles holds. */
    public static List<ProjectPermission> heldWith(Collection<ProjectRole> roles) {
        return Arrays.stream(values())
                .filter(permission -> permission.heldBy(roles))
                .toList();
    }

    public Set<ProjectRole> holders() {
        return Set.copyOf(holders);
    }
}
