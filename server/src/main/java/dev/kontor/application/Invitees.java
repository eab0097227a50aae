package dev.kontor.application;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of members who may be picked for a dataset: those whom the actor sees (M-03), but for the owner. */
@Component
class Invitees {
    private final DSLContext sql;

    Invitees(DSLContext sql) {
        this.sql = sql;
    }

    Page<Person> list(Grant<InDataset> grant, Listing listing) {
        People people = People.seenBy(grant);
        boolean admin = grant.scope().standing().filter(Standing::admin).isPresent();
        Condition seen = condition(People.seen(grant.actor(), APP_USER.ORGANIZATION_ID))
                .or(
                        admin
                                ? arrayOverlap(MEMBER.ROLES, val(Names.of(WorkspaceRole.POWERFUL), MEMBER.ROLES))
                                : falseCondition());
        Condition found = listing.search()
                .<Condition>map(q -> lower(APP_USER.NAME)
                        .contains(q)
                        .or(lower(APP_USER.EMAIL).contains(q)))
                .orElse(noCondition());
        var rows = sql.select(People.fields(grant.actor()))
                .from(MEMBER)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(MEMBER.USER_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(MEMBER.WORKSPACE_ID.eq(grant.scope().workspaceId()))
                .and(notExists(selectOne()
                        .from(DATASET)
                        .where(DATASET.ID.eq(grant.id()).and(DATASET.OWNER_ID.eq(MEMBER.USER_ID)))))
                .and(MEMBER.USER_ID.ne(grant.actor().userId()))
                .and(seen)
                .and(found)
                .orderBy(lower(APP_USER.NAME), APP_USER.ID)
                .limit(inline(listing.size()))
                .fetch(people::person);
        return new Page<>(rows, null);
    }
}
