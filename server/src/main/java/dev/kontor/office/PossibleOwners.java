package dev.kontor.office;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.MEMBER;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of whom an administrator may name as owner of a workspace. */
@Component
class PossibleOwners {
    private static final int MOST = 200;

    private final DSLContext sql;

    PossibleOwners(DSLContext sql) {
        this.sql = sql;
    }

    record Candidate(UUID id, String name, String email) {}

    /**
     * Unlocked members from the owning organization. Where the owner was its last one, no member could ever be named and
     * nobody be added: then any unlocked user of the organization, who becomes a member with it.
     */
    List<Candidate> of(UUID organizationId, UUID workspaceId, UUID ownerId) {
        Condition member =
                APP_USER.ID.in(select(MEMBER.USER_ID).from(MEMBER).where(MEMBER.WORKSPACE_ID.eq(workspaceId)));
        List<Candidate> members = users(organizationId, ownerId, member);
        return members.isEmpty() ? users(organizationId, ownerId, noCondition()) : members;
    }

    private List<Candidate> users(UUID organizationId, UUID ownerId, Condition which) {
        return sql.select(APP_USER.ID, APP_USER.NAME, APP_USER.EMAIL)
                .from(APP_USER)
                .where(APP_USER.ORGANIZATION_ID.eq(organizationId).and(APP_USER.ID.ne(ownerId)))
                .and(APP_USER.REMOVED_AT.isNull().and(APP_USER.LOCKED_AT.isNull()))
                .and(which)
                .orderBy(lower(APP_USER.NAME), APP_USER.ID)
                .limit(inline(MOST))
                .fetch(Records.mapping(Candidate::new));
    }
}
