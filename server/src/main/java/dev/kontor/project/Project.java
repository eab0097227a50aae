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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as its reader sees it.
 *
 * @param lead a label, not a right (O-13)
 * @param startsOn the first day of the period it is planned for, where one is; {@code endsOn} the last one
 * @param trashedAt since when it is in the trash; where it is, {@code purgedAfter} says until when it can be restored
 * @param counts come with a single project, not in lists
 */
public record Project(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        ProjectVisibility visibility,
        Person creator,
        @Nullable Person lead,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant createdAt,
        boolean archived,
        @Nullable Instant trashedAt,
        @Nullable Instant purgedAfter,
        @Nullable Counts counts,
        long revision,
        List<String> can) {

    record Counts(int datasets, int members, int documents) {}

    /** What somebody may do with a project that they see. */
    static List<String> can(Actor actor, Standing standing, UUID creatorId) {
        return actor.carried(
                ProjectPermission.heldWith(Access.projectRoles(standing, creatorId.equals(actor.userId()))));
    }

    /** Whether name, description, lead or period are others. */
    boolean describedOtherwise(Project before) {
        return !name.equals(before.name)
                || !description.equals(before.description)
                || !Objects.equals(lead, before.lead)
                || !Objects.equals(startsOn, before.startsOn)
                || !Objects.equals(endsOn, before.endsOn);
    }

    /** O-13: an archived project, or one in the trash, is only read. */
    public static void checkOpen(Grant<InProject> grant) {
        checkOpen(grant.scope().archived(), grant.scope().trashed());
    }

    /** The same of something inside a project; the trash counts as archived, too. */
    public static void checkOpen(boolean archived, boolean trashed) {
        if (trashed) {
            throw Refusal.PROJECT_TRASHED.refused();
        }
        if (archived) {
            throw Refusal.PROJECT_ARCHIVED.refused();
        }
    }
}
