package dev.kontor.live;

import dev.kontor.access.Standing;
import dev.kontor.access.WorkspacePermission;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is given which hint. A workspace's members hear that something of a kind changed in it; of members, invitations and
 * collaborators only those hear who may see them. A hint names no object: what one gets on asking again is decided there.
 */
@Component
class LiveUpdates {
    /** Scopes whose pages need more than being a member. */
    private static final Map<String, WorkspacePermission> NEEDED = Map.of(
            "member", WorkspacePermission.MEMBER_MANAGE,
            "invitation", WorkspacePermission.MEMBER_MANAGE,
            "collaborator", WorkspacePermission.COLLABORATOR_MANAGE);

    private final Streams streams;
    private final Hearers hearers;
    private final Position position;

    LiveUpdates(Streams streams, Hearers hearers, Position position) {
        this.streams = streams;
        this.hearers = hearers;
        this.position = position;
    }

    /** Events may have passed unheard: everybody asks for everything again. */
    void missedSome() {
        position.moved();
        streams.offer(Hint.ALL, stream -> true);
    }

    void heard(Collection<Heard> all) {
        position.moved();
        if (streams.none()) {
            return;
        }
        if (all.stream().anyMatch(Heard::mayEndPasses)) {
            streams.endThoseWithoutPass();
        }
        Set<UUID> users = streams.users();
        Set<UUID> told = new HashSet<>();
        all.forEach(one -> personally(one, told));
        all.stream()
                .filter(one -> one.workspace() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.workspace()),
                        Collectors.mapping(Heard::scope, Collectors.toSet())))
                .forEach((workspace, scopes) -> inWorkspace(workspace, scopes, users));
        all.stream()
                .filter(one -> one.workspace() == null && one.organization() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.organization()), Collectors.toSet()))
                .forEach((organization, ones) -> inOrganization(organization, ones, users));
    }

    /** Whoever it was done to may see other things than before. */
    private void personally(Heard one, Set<UUID> told) {
        if (one.kind().equals("notification")) {
            if (one.actor() != null && told.add(one.actor())) {
                streams.offer(Hint.NOTIFICATIONS, of(one.actor()));
            }
        } else if (one.scope().equals("member") || one.scope().equals("user")) {
            one.objectId().ifPresent(user -> streams.offer(Hint.ALL, of(user)));
        }
    }

    private static Predicate<Stream> of(@Nullable UUID user) {
        return stream -> stream.actor().userId().equals(user);
    }

    private void inWorkspace(UUID workspace, Set<String> scopes, Set<UUID> users) {
        Map<UUID, Standing> members = hearers.in(workspace, users);
        for (String scope : scopes) {
            WorkspacePermission needed = NEEDED.getOrDefault(scope, WorkspacePermission.WORKSPACE_VIEW);
            streams.offer(Hint.changed(scope, workspace), stream -> {
                Standing standing = members.get(stream.actor().userId());
                return standing != null && stream.actor().reaches(workspace) && needed.heldBy(standing.roles());
            });
        }
        // what an organization has decides what its people see
        if (scopes.contains("collaborator")) {
            streams.offer(
                    Hint.ALL,
                    stream -> members.containsKey(stream.actor().userId())
                            && stream.actor().reaches(workspace));
        }
    }

    private void inOrganization(UUID organization, Set<Heard> ones, Set<UUID> users) {
        Map<UUID, UUID> organizations = hearers.organizations(users);
        Set<UUID> concerned = new HashSet<>(Set.of(organization));
        ones.stream()
                .filter(one -> one.scope().equals("organization"))
                .forEach(one -> one.objectId().ifPresent(concerned::add));
        Set<String> scopes = ones.stream().map(Heard::scope).collect(Collectors.toSet());
        for (String scope : scopes) {
            streams.offer(
                    Hint.changed(scope, null),
                    stream -> stream.actor().onlyWorkspaces().isEmpty()
                            && concerned.contains(
                                    organizations.get(stream.actor().userId())));
        }
    }
}
