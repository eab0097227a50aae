package dev.kontor.project;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.web.Change;
import dev.kontor.web.Description;
import dev.kontor.web.Name;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be edited; what is absent stays, a lead that is null is cleared. */
record ProjectChange(
        @Nullable Name name,
        @Nullable Description description,
        @Nullable ProjectVisibility visibility,
        Change<UUID> leadId,
        @Nullable Boolean archived) {}
