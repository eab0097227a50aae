package dev.kontor.collaborator;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.ByName;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of the workspaces that an organization works in, as its administrators see them (C-02, O-04). */
@Component
class Collaborations {
    private static final Field<Integer> PEOPLE = field(selectCount()
                    .from(MEMBER)
                    .where(MEMBER.WORKSPACE_ID
                            .eq(COLLABORATOR.WORKSPACE_ID)
                            .and(MEMBER.ORGANIZATION_ID.eq(COLLABORATOR.ORGANIZATION_ID))))
            .as("members");
    private static final ByName BY_NAME = ByName.of(WORKSPACE.NAME, WORKSPACE.ID);

    private final DSLContext sql;

    Collaborations(DSLContext sql) {
        this.sql = sql;
    }

    record Place(UUID id, String name) {}

    /** An organization's place in a workspace; {@code organization} is the one that owns the workspace. */
    record Collaboration(
            Place workspace,
            Person.Organization organization,
            UUID owner,
            Set<CollaborationType> types,
            boolean autoInvite,
            int members) {
        boolean own() {
            return types.contains(CollaborationType.OWNER);
        }
    }

    /** One's own user in that workspace. */
    record Participant(UUID id, String name, String email, Set<WorkspaceRole> roles, boolean owner) {}

    Page<Collaboration> list(Grant<InOrganization> grant, Listing listing) {
        return BY_NAME.page(rows(grant), listing, Collaborations::collaboration);
    }

    Optional<Collaboration> find(Grant<InOrganization> grant, UUID workspaceId) {
        return rows(grant).and(WORKSPACE.ID.eq(workspaceId)).fetchOptional(Collaborations::collaboration);
    }

    Page<Participant> people(Grant<InOrganization> grant, UUID workspaceId, Listing listing) {
        return People.BY_NAME.page(people(grant, workspaceId), listing, Collaborations::participant);
    }

    Optional<Participant> person(Grant<InOrganization> grant, UUID workspaceId, UUID userId) {
        return people(grant, workspaceId).and(MEMBER.USER_ID.eq(userId)).fetchOptional(Collaborations::participant);
    }

    private SelectConditionStep<? extends Record> rows(Grant<InOrganization> grant) {
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        WORKSPACE.OWNER_ID,
                        COLLABORATOR.TYPES,
                        COLLABORATOR.AUTO_INVITE,
                        PEOPLE,
                        BY_NAME.key())
                .from(COLLABORATOR)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(COLLABORATOR.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .where(COLLABORATOR.ORGANIZATION_ID.eq(grant.id()));
    }

    private SelectConditionStep<? extends Record> people(Grant<InOrganization> grant, UUID workspaceId) {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        APP_USER.EMAIL,
                        MEMBER.ROLES,
                        WORKSPACE.OWNER_ID,
                        People.BY_NAME.key())
                .from(MEMBER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.ORGANIZATION_ID.eq(grant.id())));
    }

    private static Participant participant(Record r) {
        return new Participant(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                r.get(APP_USER.EMAIL),
                Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)),
                r.get(WORKSPACE.OWNER_ID).equals(r.get(APP_USER.ID)));
    }

    private static Collaboration collaboration(Record r) {
        return new Collaboration(
                new Place(r.get(WORKSPACE.ID), r.get(WORKSPACE.NAME)),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                r.get(WORKSPACE.OWNER_ID),
                Names.read(CollaborationType.class, r.get(COLLABORATOR.TYPES)),
                r.get(COLLABORATOR.AUTO_INVITE),
                r.get(PEOPLE));
    }
}
