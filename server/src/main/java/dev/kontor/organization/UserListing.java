package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static org.jooq.impl.DSL.noCondition;

import dev.kontor.web.Listing;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Which of an organization's users are wanted: all, or only those in that state. */
record UserListing(Listing listing, @Nullable State state) {
    enum State {
        ADMINISTRATOR,
        LOCKED
    }

    Condition condition() {
        return switch (state) {
            case null -> noCondition();
            case ADMINISTRATOR -> APP_USER.ADMINISTRATOR.isTrue();
            case LOCKED -> APP_USER.LOCKED_AT.isNotNull();
        };
    }
}
