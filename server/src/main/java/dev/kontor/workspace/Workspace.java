package dev.kontor.workspace;

import dev.kontor.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The top container: members, collaborators, projects, plan.
 *
 * @param logo changes with the logo; absent where there is none
 */
public record Workspace(
        UUID id,
        String name,
        String description,
        Person.Organization organization,
        Person.Known owner,
        String plan,
        String state,
        @Nullable Instant trialEndsAt,
        @Nullable Instant purgeAt,
        Instant createdAt,
        boolean implicitMembers,
        long revision,
        @Nullable String logo,
        Counts counts) {

    /** How many of each the reader sees; absent where the page itself is not for them. */
    public record Counts(
            @Nullable Integer members, @Nullable Integer collaborators, int projects) {}
}
