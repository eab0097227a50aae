package dev.kontor.document;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectPermission;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file or a link of a project, as its reader sees it.
 *
 * @param url of a link
 * @param size of a file in bytes; {@code mediaType} says what it was found to be
 * @param author who brought it, or its present content
 */
record Document(
        UUID id,
        UUID projectId,
        Kind kind,
        String name,
        @Nullable String url,
        @Nullable Long size,
        @Nullable String mediaType,
        Person author,
        Instant createdAt,
        Instant changedAt,
        long revision,
        List<String> can) {
    static final String CHANGE = "DOCUMENT_CHANGE";

    Document {
        can = List.copyOf(can);
    }

    enum Kind {
        FILE,
        LINK
    }

    /** Who brought it, while they may add at all; and whoever edits the project. */
    static List<String> can(Grant<InProject> grant, UUID authorId) {
        boolean own = grant.actor().userId().equals(authorId) && holds(grant, ProjectPermission.PROJECT_ADD);
        return own || holds(grant, ProjectPermission.PROJECT_EDIT) ? List.of(CHANGE) : List.of();
    }

    private static boolean holds(Grant<InProject> grant, ProjectPermission permission) {
        Actor actor = grant.actor();
        return permission.heldBy(grant.scope().roles()) && actor.carries(permission);
    }

    Document changeable() {
        if (!can.contains(CHANGE)) {
            throw Refusal.FORBIDDEN.refused(CHANGE).with("permission", CHANGE);
        }
        return this;
    }
}
