package dev.kontor.project;

import static kontor.tables.Tables.PROJECT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.Reach;
import dev.kontor.web.Listing;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** How projects are to be listed: words in the name, a visibility, archived or not, or the trash. */
record ProjectListing(
        Listing listing,
        @Nullable ProjectVisibility visibility,
        @Nullable Boolean archived,
        boolean trashed) {

    Condition condition(Reach reach) {
        Condition found = listing.search()
                .<Condition>map(q -> lower(PROJECT.NAME).contains(q))
                .orElse(noCondition());
        Condition visible = visibility == null ? noCondition() : PROJECT.VISIBILITY.eq(visibility.name());
        Condition stored = archived == null
                ? noCondition()
                : archived ? PROJECT.ARCHIVED_AT.isNotNull() : PROJECT.ARCHIVED_AT.isNull();
        return found.and(visible).and(stored).and(trashed ? trash(reach) : PROJECT.TRASHED_AT.isNull());
    }

    /** O-13: the trash is seen only by a project's creator and by workspace admins. */
    private static Condition trash(Reach reach) {
        Condition own = reach.all()
                ? noCondition()
                : PROJECT.CREATOR_ID.eq(reach.actor().userId());
        return PROJECT.TRASHED_AT.isNotNull().and(own);
    }
}
