package dev.kontor.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as another person may see them (O-05): with id and name, or as "a partner's member", with the organization
 * where that one may be seen (K-03).
 */
public record Person(
        @Nullable UUID id, String name, @Nullable Organization organization) {
    private static final String HIDDEN = "a partner's member";

    public record Organization(UUID id, String name) {}

    /** Someone as the database knows them; roles are those in the workspace, none where they are not a member. */
    public record Known(UUID id, String name, Organization organization, Set<WorkspaceRole> roles) {}

    /** How that person stands before the actor whose reach this is. */
    public static Person seenBy(Reach reach, Known known) {
        return seenBy(
                reach.actor(), reach.all(), reach.sees(known.organization().id()), known);
    }

    /** The same where no reach was read: whether the actor is a workspace admin, and sees that organization's people. */
    public static Person seenBy(Actor actor, boolean admin, boolean seesOrganization, Known known) {
        boolean powerful = known.roles().stream().anyMatch(WorkspaceRole.POWERFUL::contains);
        if (seesOrganization || known.id().equals(actor.userId()) || admin && powerful) {
            return of(known);
        }
        return new Person(null, HIDDEN, admin ? known.organization() : null);
    }

    /** Somebody of whom nothing shows but the organization, or not even that. */
    public static Person hidden(@Nullable Organization organization) {
        return new Person(null, HIDDEN, organization);
    }

    public static Person of(Known known) {
        return new Person(known.id(), known.name(), known.organization());
    }
}
