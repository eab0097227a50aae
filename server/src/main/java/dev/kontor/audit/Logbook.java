package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static kontor.tables.facts.Tables.WORKSPACE_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Grant.InWorkspace;
import org.jooq.Condition;

/**
 * The part of the log that somebody may read: which events, and of which of them all is told (C-07).
 *
 * @param events what happened in a workspace, or what the users of an organization did anywhere
 * @param told of the others only actor, time, kind and workspace: they happened in other organizations' workspaces
 */
record Logbook(Condition events, Condition told) {

    static Logbook of(Grant<InWorkspace> grant) {
        return new Logbook(AUDIT_EVENT.WORKSPACE_ID.eq(grant.id()), trueCondition());
    }

    static Logbook ofUsers(Grant<InOrganization> grant) {
        return new Logbook(
                AUDIT_EVENT.ACTOR_ORGANIZATION_ID.eq(grant.id()),
                AUDIT_EVENT.WORKSPACE_ID.isNull().or(WORKSPACE_CARD.ORGANIZATION_ID.eq(grant.id())));
    }
}
