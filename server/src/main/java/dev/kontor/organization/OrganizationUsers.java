package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of an organization's users as its administrators see them. */
@Component
class OrganizationUsers {
    private final DSLContext sql;

    OrganizationUsers(DSLContext sql) {
        this.sql = sql;
    }

    /** A user of one's own organization. */
    record Entry(
            UUID id,
            String name,
            String email,
            boolean administrator,
            boolean locked,
            Instant createdAt,
            @Nullable Instant lastSeenAt) {}

    Page<Entry> list(Grant<InOrganization> grant, Listing listing) {
        Condition found = listing.search()
                .<Condition>map(q -> lower(APP_USER.NAME)
                        .contains(q)
                        .or(lower(APP_USER.EMAIL).contains(q)))
                .orElse(noCondition());
        Condition after = listing.after(2)
                .<Condition>map(c -> row(lower(APP_USER.NAME), APP_USER.ID).gt(c.part(0), c.id(1)))
                .orElse(noCondition());
        var rows = sql.select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        APP_USER.EMAIL,
                        APP_USER.ADMINISTRATOR,
                        APP_USER.LOCKED_AT.isNotNull(),
                        APP_USER.CREATED_AT,
                        APP_USER.LAST_SEEN_AT,
                        lower(APP_USER.NAME))
                .from(APP_USER)
                .where(APP_USER.ORGANIZATION_ID.eq(grant.id()).and(APP_USER.REMOVED_AT.isNull()))
                .and(found)
                .and(after)
                .orderBy(lower(APP_USER.NAME), APP_USER.ID)
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(
                        new Entry(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()),
                        r.value8()));
        return Page.of(rows, listing.size(), e -> Cursor.of(e.key(), e.item().id()))
                .map(Sorted::item);
    }
}
