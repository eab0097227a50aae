package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.kontor.access.Names;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of whom a workspace may be passed on to: unlocked members from the owning organization. */
@Component
class OwnershipCandidates {
    private final DSLContext sql;

    OwnershipCandidates(DSLContext sql) {
        this.sql = sql;
    }

    Page<Person> list(Reach reach, Listing listing) {
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
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        MEMBER.ROLES,
                        lower(APP_USER.NAME).as("sort_key"))
                .from(MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .where(possible(reach.workspaceId()))
                .and(found)
                .and(after)
                .orderBy(lower(APP_USER.NAME), APP_USER.ID)
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(person(r), r.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        listing.size(),
                        last -> Cursor.of(last.key(), last.item().id()))
                .map(last -> Person.of(last.item()));
    }

    /** The name of somebody who may own the workspace. */
    Optional<String> name(UUID workspaceId, UUID userId) {
        return sql.select(APP_USER.NAME)
                .from(MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .where(possible(workspaceId))
                .and(MEMBER.USER_ID.eq(userId))
                .fetchOptional(APP_USER.NAME);
    }

    private Condition possible(UUID workspaceId) {
        return MEMBER.WORKSPACE_ID
                .eq(workspaceId)
                .and(MEMBER.ORGANIZATION_ID.eq(WORKSPACE.ORGANIZATION_ID))
                .and(MEMBER.USER_ID.ne(WORKSPACE.OWNER_ID))
                .and(MEMBER.USER_ID.in(sql.select(ACTIVE_USER.USER_ID)
                        .from(ACTIVE_USER)
                        .where(ACTIVE_USER.USER_ID.eq(MEMBER.USER_ID))));
    }

    private static Person.Known person(Record r) {
        return new Person.Known(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)));
    }
}
