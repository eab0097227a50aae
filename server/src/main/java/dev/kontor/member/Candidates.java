package dev.kontor.member;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.People;
import dev.kontor.access.Reach;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** M-08, K-11: the people of an organization who are no members yet, neither locked nor removed. */
@Component
class Candidates {
    private final DSLContext sql;

    Candidates(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody to add; {@code former} was a member once, and is added only by name. */
    record Candidate(MemberController.Contact user, boolean former) {}

    /** How many there are, and how many of them were members once. */
    record Summary(int people, int former) {}

    Page<Candidate> list(Reach reach, UUID organizationId, Listing listing) {
        Field<Boolean> former = field(former(reach.workspaceId())).as("former");
        var rows = sql.select(APP_USER.ID, APP_USER.NAME, APP_USER.EMAIL, former, People.BY_NAME.key())
                .from(ACTIVE_USER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(ACTIVE_USER.USER_ID))
                .where(APP_USER.ORGANIZATION_ID.eq(organizationId))
                .and(addable(reach.workspaceId(), organizationId))
                .and(collaborating(reach, organizationId));
        return People.BY_NAME.page(
                rows,
                listing,
                r -> new Candidate(
                        new MemberController.Contact(r.get(APP_USER.ID), r.get(APP_USER.NAME), r.get(APP_USER.EMAIL)),
                        r.get(former)));
    }

    Summary summary(Reach reach, UUID organizationId) {
        return sql.select(count(), count().filterWhere(former(reach.workspaceId())))
                .from(ACTIVE_USER)
                .where(addable(reach.workspaceId(), organizationId))
                .and(collaborating(reach, organizationId))
                .fetchSingle(r -> new Summary(r.value1(), r.value2()));
    }

    /** Rows of ACTIVE_USER: people of the organization who are no members. */
    static Condition addable(UUID workspaceId, UUID organizationId) {
        return ACTIVE_USER
                .ORGANIZATION_ID
                .eq(organizationId)
                .and(notExists(selectOne()
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(ACTIVE_USER.USER_ID)))));
    }

    /** Rows of ACTIVE_USER: people who were members once. */
    static Condition former(UUID workspaceId) {
        return exists(selectOne()
                .from(FORMER_MEMBER)
                .where(FORMER_MEMBER.WORKSPACE_ID.eq(workspaceId).and(FORMER_MEMBER.USER_ID.eq(ACTIVE_USER.USER_ID))));
    }

    private static Condition collaborating(Reach reach, UUID organizationId) {
        return exists(selectOne()
                .from(COLLABORATOR)
                .where(COLLABORATOR
                        .WORKSPACE_ID
                        .eq(reach.workspaceId())
                        .and(COLLABORATOR.ORGANIZATION_ID.eq(organizationId))));
    }
}
