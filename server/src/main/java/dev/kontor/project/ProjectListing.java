package dev.kontor.project;

import static kontor.tables.Tables.PROJECT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.web.Listing;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** How projects are to be listed: words in the name, a visibility, archived or not, or the trash. */
record ProjectListing(
        Listing listing,
        @Nullable ProjectVisibility visibility,
        @Nullable Boolean archived,
        boolean trashed) {

    Condition condition() {
        Condition found = listing.search()
                .<Condition>map(q -> lower(PROJECT.NAME).contains(q))
                .orElse(noCondition());
        Condition visible = visibility == null ? noCondition() : PROJECT.VISIBILITY.eq(visibility.name());
        Condition stored = archived == null
                ? noCondition()
                : archived ? PROJECT.ARCHIVED_AT.isNotNull() : PROJECT.ARCHIVED_AT.isNull();
        return found.and(visible)
                .and(stored)
                .and(trashed ? PROJECT.TRASHED_AT.isNotNull() : PROJECT.TRASHED_AT.isNull());
    }
}
