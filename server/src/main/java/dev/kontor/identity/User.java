package dev.kontor.identity;

import dev.kontor.access.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's record: who they are, and whose. */
public record User(
        UUID id,
        UUID organizationId,
        String name,
        String email,
        boolean administrator,
        boolean proven,
        @Nullable Instant lockedAt) {

    /** The user as an actor, where no request has been authenticated yet: on registering. */
    public Actor actor() {
        return new Actor(id, name, organizationId, administrator, Optional.empty());
    }
}
