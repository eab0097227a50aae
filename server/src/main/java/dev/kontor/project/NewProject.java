package dev.kontor.project;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.web.Description;
import dev.kontor.web.Name;
import dev.kontor.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wanted project: PRIVATE if nothing else is said (C-08), possibly with a period and chosen members. */
record NewProject(
        Name name,
        @Nullable Description description,
        @Nullable ProjectVisibility visibility,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable List<UUID> members) {
    private static final int MOST = 1_000;

    NewProject {
        if (members != null && members.size() > MOST) {
            throw Refusal.TOO_LARGE.on("members", MOST + " members at once");
        }
        new Period(startsOn, endsOn);
    }

    ProjectVisibility wantedVisibility() {
        return visibility == null ? ProjectVisibility.PRIVATE : visibility;
    }

    String wantedDescription() {
        return description == null ? "" : description.text();
    }

    List<UUID> wantedMembers() {
        return members == null ? List.of() : members;
    }
}
