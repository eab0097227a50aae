package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.facts.Tables.ACTIVE_USER;

import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
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
        var rows = sql.select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        MEMBER.ROLES,
                        People.BY_NAME.key())
                .from(MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .where(possible(reach.workspaceId()));
        return People.BY_NAME.page(rows, listing, r -> Person.of(person(r)));
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
