package dev.kontor.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a user with a session, or with an access key that may be narrowed to workspaces and permissions. Made only
 * where a request is authenticated, or where work goes on that somebody began, from facts of that moment.
 *
 * @param unattended what they began goes on in their name, while they may be asleep: with their rights, but it is no act of theirs
 */
public record Actor(
        UUID userId, String name, UUID organizationId, boolean administrator, Optional<Key> key, boolean unattended) {
    public Actor(UUID userId, String name, UUID organizationId, boolean administrator, Optional<Key> key) {
        this(userId, name, organizationId, administrator, key, false);
    }

    /** The same, as what they began goes on without them. */
    public Actor leftToItself() {
        return new Actor(userId, name, organizationId, administrator, key, true);
    }

    /** The access key that acts; an absent set means all that the user may. */
    public record Key(UUID id, Optional<Set<UUID>> workspaces, Optional<Set<String>> permissions) {
        public Key {
            workspaces = workspaces.map(Set::copyOf);
            permissions = permissions.map(Set::copyOf);
        }
    }

    /** A key narrowed to other workspaces sees nothing of this one (section 10). */
    public boolean reaches(UUID workspaceId) {
        return key.flatMap(Key::workspaces)
                .map(set -> set.contains(workspaceId))
                .orElse(true);
    }

    /** Which workspaces a list is narrowed to, if it is. */
    public Optional<Set<UUID>> onlyWorkspaces() {
        return key.flatMap(Key::workspaces);
    }

    public boolean carries(Permission permission) {
        return key.flatMap(Key::permissions)
                .map(set -> set.contains(permission.name()))
                .orElse(true);
    }

    /** Of these permissions, the names of those that the key lets through. */
    public List<String> carried(Collection<? extends Permission> permissions) {
        return permissions.stream().filter(this::carries).map(Permission::name).toList();
    }

    public boolean narrowed() {
        return key.map(k -> k.workspaces().isPresent() || k.permissions().isPresent())
                .orElse(false);
    }
}
