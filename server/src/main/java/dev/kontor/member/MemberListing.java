package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.MEMBER;
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
                .<Condition>map(q -> lower(APP_USER.NAME)
                        .contains(q)
                        .or(lower(APP_USER.EMAIL).contains(q)))
                .orElse(noCondition());
        Condition holding = role == null || role == WorkspaceRole.MEMBER
                ? noCondition()
                : role == WorkspaceRole.OWNER
                        ? kontor.tables.Tables.WORKSPACE.OWNER_ID.eq(MEMBER.USER_ID)
                        : val(role.name()).eq(any(MEMBER.ROLES));
        Condition belonging = organization == null ? noCondition() : MEMBER.ORGANIZATION_ID.eq(organization);
        return found.and(holding).and(belonging);
    }
}
