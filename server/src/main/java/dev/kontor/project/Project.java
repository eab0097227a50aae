package dev.kontor.project;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.Standing;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project as its reader sees it. {@code counts} come with a single project, not in lists. */
record Project(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        ProjectVisibility visibility,
        Person creator,
        @Nullable Person lead,
        Instant createdAt,
        boolean archived,
        boolean trashed,
        @Nullable Counts counts,
        long revision,
        List<String> can) {

    record Counts(int datasets, int members) {}

    /** What somebody may do with a project that they see. */
    static List<String> can(Actor actor, Standing standing, UUID creatorId) {
        return actor.carried(
                ProjectPermission.heldWith(Access.projectRoles(standing, creatorId.equals(actor.userId()))));
    }

    /** O-13: an archived project, or one in the trash, is only read. */
    static void checkOpen(Grant<InProject> grant) {
        if (grant.scope().archived()) {
            throw Refusal.PROJECT_ARCHIVED.refused();
        }
    }
}
