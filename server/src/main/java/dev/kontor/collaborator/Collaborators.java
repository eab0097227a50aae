package dev.kontor.collaborator;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.invitation.CollaboratorProject;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of collaborators. Lists show those whom the reader may see (K-03), and of their projects those one sees (K-09). */
@Component
public class Collaborators {
    private static final int MOST_PROJECTS = 200;

    private final DSLContext sql;
    private final Clock clock;

    Collaborators(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Page<Collaborator> list(Reach reach, Listing listing) {
        Condition found = listing.search()
                .<Condition>map(q -> lower(ORGANIZATION.NAME).contains(q))
                .orElse(noCondition());
        Condition after = listing.after(2)
                .<Condition>map(
                        c -> row(lower(ORGANIZATION.NAME), ORGANIZATION.ID).gt(c.part(0), c.id(1)))
                .orElse(noCondition());
        var rows = rows(reach)
                .and(found)
                .and(after)
                .orderBy(lower(ORGANIZATION.NAME), ORGANIZATION.ID)
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Sorted<>(collaborator(r), r.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().organization().id()))
                .map(Sorted::item);
    }

    Optional<Collaborator> find(Reach reach, UUID organizationId) {
        return rows(reach)
                .and(COLLABORATOR.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(Collaborators::collaborator);
    }

    public Optional<Set<CollaborationType>> types(UUID workspaceId, UUID organizationId) {
        return sql.select(COLLABORATOR.TYPES)
                .from(COLLABORATOR)
                .where(is(workspaceId, organizationId))
                .fetchOptional(r -> Names.read(CollaborationType.class, r.value1()));
    }

    /** Says whether the organization was none before. */
    public boolean insert(UUID workspaceId, UUID organizationId, Set<CollaborationType> types, boolean fullAccess) {
        return sql.insertInto(COLLABORATOR)
                        .set(COLLABORATOR.WORKSPACE_ID, workspaceId)
                        .set(COLLABORATOR.ORGANIZATION_ID, organizationId)
                        .set(COLLABORATOR.TYPES, Names.of(types))
                        .set(COLLABORATOR.FULL_ACCESS, fullAccess)
                        .set(COLLABORATOR.CREATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Members carry their organization's types: the schema hands the new ones down, and refuses where roles do not fit. */
    void setTypes(Grant<InWorkspace> grant, UUID organizationId, Collection<CollaborationType> types) {
        sql.update(COLLABORATOR)
                .set(COLLABORATOR.TYPES, Names.of(types))
                .set(COLLABORATOR.REVISION, COLLABORATOR.REVISION.plus(1))
                .where(is(grant.id(), organizationId))
                .execute();
    }

    void setAutoInvite(Grant<InWorkspace> grant, UUID organizationId, boolean on) {
        sql.update(COLLABORATOR)
                .set(COLLABORATOR.AUTO_INVITE, on)
                .set(COLLABORATOR.REVISION, COLLABORATOR.REVISION.plus(1))
                .where(is(grant.id(), organizationId))
                .execute();
    }

    void setFullAccess(Grant<InWorkspace> grant, UUID organizationId, boolean full) {
        sql.update(COLLABORATOR)
                .set(COLLABORATOR.FULL_ACCESS, full)
                .set(COLLABORATOR.REVISION, COLLABORATOR.REVISION.plus(1))
                .where(is(grant.id(), organizationId))
                .execute();
    }

    public void grantProjects(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        var insert = sql.insertInto(
                COLLABORATOR_PROJECT,
                COLLABORATOR_PROJECT.WORKSPACE_ID,
                COLLABORATOR_PROJECT.ORGANIZATION_ID,
                COLLABORATOR_PROJECT.PROJECT_ID);
        insert.select(select(val(workspaceId), val(organizationId), PROJECT_CARD.PROJECT_ID)
                        .from(PROJECT_CARD)
                        .where(PROJECT_CARD
                                .WORKSPACE_ID
                                .eq(workspaceId)
                                .and(PROJECT_CARD.PROJECT_ID.eq(any(projects.toArray(UUID[]::new))))))
                .onConflictDoNothing()
                .execute();
    }

    void withdrawProjects(Grant<InWorkspace> grant, UUID organizationId, Collection<UUID> projects) {
        sql.deleteFrom(COLLABORATOR_PROJECT)
                .where(COLLABORATOR_PROJECT
                        .WORKSPACE_ID
                        .eq(grant.id())
                        .and(COLLABORATOR_PROJECT.ORGANIZATION_ID.eq(organizationId)))
                .and(COLLABORATOR_PROJECT.PROJECT_ID.eq(any(projects.toArray(UUID[]::new))))
                .execute();
    }

    void delete(UUID workspaceId, UUID organizationId) {
        sql.deleteFrom(COLLABORATOR).where(is(workspaceId, organizationId)).execute();
    }

    private static Condition is(UUID workspaceId, UUID organizationId) {
        return COLLABORATOR.WORKSPACE_ID.eq(workspaceId).and(COLLABORATOR.ORGANIZATION_ID.eq(organizationId));
    }

    private SelectConditionStep<? extends Record> rows(Reach reach) {
        var card = PROJECT_CARD;
        var projects = multiset(select(card.PROJECT_ID, card.NAME, card.VISIBILITY)
                        .from(COLLABORATOR_PROJECT)
                        .join(card)
                        .on(card.PROJECT_ID.eq(COLLABORATOR_PROJECT.PROJECT_ID))
                        .where(COLLABORATOR_PROJECT.WORKSPACE_ID.eq(COLLABORATOR.WORKSPACE_ID))
                        .and(COLLABORATOR_PROJECT.ORGANIZATION_ID.eq(COLLABORATOR.ORGANIZATION_ID))
                        .and(card.TRASHED.isFalse())
                        .and(Sight.of(reach).sees(card.PROJECT_ID, card.VISIBILITY))
                        .orderBy(lower(card.NAME), card.PROJECT_ID)
                        .limit(inline(MOST_PROJECTS)))
                .as("projects")
                .convertFrom(result -> result.map(Records.mapping(CollaboratorProject::new)));
        Field<Integer> members = field(selectCount()
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID
                                .eq(COLLABORATOR.WORKSPACE_ID)
                                .and(MEMBER.ORGANIZATION_ID.eq(COLLABORATOR.ORGANIZATION_ID)))
                        .and(People.members(reach)))
                .as("members");
        return sql.select(
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        COLLABORATOR.TYPES,
                        COLLABORATOR.FULL_ACCESS,
                        COLLABORATOR.AUTO_INVITE,
                        field(notExists(selectOne()
                                        .from(AUTO_INVITE_REFUSAL)
                                        .where(AUTO_INVITE_REFUSAL.ORGANIZATION_ID.eq(COLLABORATOR.ORGANIZATION_ID))))
                                .as("auto_invite_allowed"),
                        COLLABORATOR.REVISION,
                        projects,
                        members,
                        lower(ORGANIZATION.NAME).as("sort_key"))
                .from(COLLABORATOR)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(COLLABORATOR.ORGANIZATION_ID))
                .where(COLLABORATOR.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(People.collaborators(reach));
    }

    @SuppressWarnings("unchecked")
    private static Collaborator collaborator(Record r) {
        return new Collaborator(
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                Names.read(CollaborationType.class, r.get(COLLABORATOR.TYPES)),
                r.get(COLLABORATOR.FULL_ACCESS),
                Objects.requireNonNull((List<CollaboratorProject>) r.get("projects")),
                r.get(COLLABORATOR.AUTO_INVITE),
                r.get("auto_invite_allowed", Boolean.class),
                r.get("members", Integer.class),
                r.get(COLLABORATOR.REVISION));
    }
}
