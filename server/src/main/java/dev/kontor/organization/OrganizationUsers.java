package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.People;
import dev.kontor.identity.User;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of an organization's users as its administrators see them. */
@Component
class OrganizationUsers {
    private static final Condition HERE = APP_USER.REMOVED_AT.isNull();
    private static final Condition ACTING = HERE.and(APP_USER.LOCKED_AT.isNull());

    private final DSLContext sql;

    OrganizationUsers(DSLContext sql) {
        this.sql = sql;
    }

    /** A user of one's own organization, and what its reader may do with the account. */
    record Entry(
            UUID id,
            String name,
            String email,
            boolean administrator,
            boolean locked,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            List<String> can) {}

    Page<Entry> list(Grant<InOrganization> grant, UserListing wanted) {
        Listing listing = wanted.listing();
        UserOrder order = listing.order(UserOrder.class);
        var rows = sql.select(fields(grant))
                .from(APP_USER)
                .where(APP_USER.ORGANIZATION_ID.eq(grant.id()).and(HERE))
                .and(wanted.condition())
                .and(People.BY_NAME.found(listing))
                .and(listing.after(2).map(order::after).orElse(noCondition()))
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(entry(grant, r), r.get("sort_name", String.class)));
        return Page.of(rows, listing.size(), e -> order.cursor(e.item(), e.key()))
                .map(Sorted::item);
    }

    Optional<Entry> find(Grant<InOrganization> grant, UUID userId) {
        return sql.select(fields(grant))
                .from(APP_USER)
                .where(APP_USER.ORGANIZATION_ID.eq(grant.id()).and(HERE).and(APP_USER.ID.eq(userId)))
                .fetchOptional(r -> entry(grant, r));
    }

    /** C-03: those of whom one must remain. */
    Set<UUID> unlockedAdministrators(UUID organizationId) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ORGANIZATION_ID.eq(organizationId))
                .and(ACTING.and(APP_USER.ADMINISTRATOR))
                .fetchSet(APP_USER.ID);
    }

    /** The same of a user who was just read, behind the organization's lock. */
    Office office(Grant<InOrganization> grant, User user) {
        Set<UUID> others = unlockedAdministrators(grant.id());
        others.remove(user.id());
        boolean own = grant.actor().userId().equals(user.id());
        return new Office(own, user.administrator(), user.lockedAt() != null, others.isEmpty());
    }

    /** Whether others are left behind, and none of them could administer the organization. */
    boolean leavesNobodyInOffice(UUID organizationId, UUID userId) {
        Set<UUID> others = unlockedAdministrators(organizationId);
        others.remove(userId);
        return others.isEmpty()
                && sql.fetchExists(
                        APP_USER,
                        APP_USER.ORGANIZATION_ID.eq(organizationId).and(HERE).and(APP_USER.ID.ne(userId)));
    }

    /** C-01: whether somebody has an account here still, locked or not. */
    boolean anybody(UUID organizationId) {
        return sql.fetchExists(
                APP_USER, APP_USER.ORGANIZATION_ID.eq(organizationId).and(HERE));
    }

    private static List<Field<?>> fields(Grant<InOrganization> grant) {
        var others = APP_USER.as("others");
        Field<Boolean> alone = field(notExists(selectOne()
                        .from(others)
                        .where(others.ORGANIZATION_ID.eq(grant.id()).and(others.ADMINISTRATOR))
                        .and(others.REMOVED_AT.isNull().and(others.LOCKED_AT.isNull()))
                        .and(others.ID.ne(APP_USER.ID))))
                .as("alone");
        return List.of(
                APP_USER.ID,
                APP_USER.NAME,
                APP_USER.EMAIL,
                APP_USER.ADMINISTRATOR,
                APP_USER.LOCKED_AT,
                APP_USER.CREATED_AT,
                APP_USER.LAST_SEEN_AT,
                lower(APP_USER.NAME).as("sort_name"),
                alone);
    }

    private static Entry entry(Grant<InOrganization> grant, Record r) {
        var office = new Office(
                grant.actor().userId().equals(r.get(APP_USER.ID)),
                r.get(APP_USER.ADMINISTRATOR),
                r.get(APP_USER.LOCKED_AT) != null,
                r.get("alone", boolean.class));
        return new Entry(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                r.get(APP_USER.EMAIL),
                office.administrator(),
                office.locked(),
                r.get(APP_USER.CREATED_AT),
                r.get(APP_USER.LAST_SEEN_AT),
                office.can());
    }
}
