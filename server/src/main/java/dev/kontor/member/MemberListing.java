package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Listing;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** How members are to be listed: words in name or address, a role that they hold, an organization they belong to. */
record MemberListing(
        Listing listing,
        @Nullable WorkspaceRole role,
        @Nullable UUID organization) {

    Condition condition() {
        Condition found = listing.search()
                .<Condition>map(q -> MEMBER.SORT_NAME.contains(q).or(addressed(q)))
                .orElse(noCondition());
        Condition holding = role == null || role == WorkspaceRole.MEMBER
                ? noCondition()
                : role == WorkspaceRole.OWNER ? owning() : val(role.name()).eq(any(MEMBER.ROLES));
        Condition belonging = organization == null ? noCondition() : MEMBER.ORGANIZATION_ID.eq(organization);
        return found.and(holding).and(belonging);
    }

    private static Condition addressed(String q) {
        return exists(selectOne()
                .from(APP_USER)
                .where(APP_USER.ID.eq(MEMBER.USER_ID))
                .and(lower(APP_USER.EMAIL).contains(q)));
    }

    private static Condition owning() {
        return exists(selectOne()
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .and(WORKSPACE.OWNER_ID.eq(MEMBER.USER_ID)));
    }
}
