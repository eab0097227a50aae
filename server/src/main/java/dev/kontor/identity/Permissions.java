package dev.kontor.identity;

import dev.kontor.access.DatasetPermission;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Permission;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all permissions that an access key may be narrowed to. */
final class Permissions {
    private static final Set<String> NAMES = Stream.<Permission[]>of(
                    OrganizationPermission.values(),
                    WorkspacePermission.values(),
                    ProjectPermission.values(),
                    DatasetPermission.values())
            .flatMap(Stream::of)
            .map(Permission::name)
            .collect(Collectors.toUnmodifiableSet());

    private Permissions() {}

    static boolean exists(String name) {
        return NAMES.contains(name);
    }
}
