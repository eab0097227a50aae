package dev.kontor.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Evidence that an actor may do something with one thing, made only by {@link Access} and valid within the transaction
 * that asked. SQL that touches one object demands it, so a forgotten check does not compile. Never stored, never
 * carried to another thread or page.
 *
 * @param <S> what kind of thing it is about
 */
public final class Grant<S extends Grant.Scope> {

    /** The kinds of things, each with the facts that the check read. */
    public sealed interface Scope {
        UUID id();
    }

    public record InOrganization(UUID id) implements Scope {}

    public record InWorkspace(UUID id, Standing standing) implements Scope {}

    /** Archived, or in the trash: read-only either way (O-13). */
    public record InProject(UUID id, Standing standing, Set<ProjectRole> roles, boolean archived, boolean trashed)
            implements Scope {
        public InProject {
            roles = Set.copyOf(roles);
        }
    }

    /** {@code own} is what was given to the actor alone (T-13). Without a standing where the actor is a stranger to whom the dataset is OPEN (T-03). */
    public record InDataset(
            UUID id,
            UUID projectId,
            UUID workspaceId,
            DatasetLevel level,
            Optional<DatasetLevel> own,
            boolean approves,
            Optional<Standing> standing,
            boolean archived,
            boolean trashed)
            implements Scope {}

    private final Actor actor;
    private final S scope;

    Grant(Actor actor, S scope) {
        this.actor = actor;
        this.scope = scope;
    }

    public Actor actor() {
        return actor;
    }

    public S scope() {
        return scope;
    }

    public UUID id() {
        return scope.id();
    }

    /** What the actor is in the workspace; empty for strangers to an OPEN dataset. */
    public Set<WorkspaceRole> roles() {
        return standing().map(Standing::roles).orElse(Set.of());
    }

    Optional<Standing> standing() {
        return switch (scope) {
            case InWorkspace s -> Optional.of(s.standing());
            case InProject s -> Optional.of(s.standing());
            case InDataset s -> s.standing();
            case InOrganization s -> Optional.empty();
        };
    }
}
