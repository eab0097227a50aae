package dev.kontor.member;

import static kontor.tables.Tables.COLLABORATOR;
import static kontor.tables.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** M-07: the organizations whose people one may add: workspace admins any collaborator's, others where they see them. */
@Component
class AddableOrganizations {
    private final DSLContext sql;

    AddableOrganizations(DSLContext sql) {
        this.sql = sql;
    }

    record Entry(Person.Organization organization, Set<CollaborationType> types) {}

    List<Entry> list(Reach reach) {
        return sql.select(ORGANIZATION.ID, ORGANIZATION.NAME, COLLABORATOR.TYPES)
                .from(COLLABORATOR)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(COLLABORATOR.ORGANIZATION_ID))
                .where(COLLABORATOR.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(People.collaborators(reach))
                .orderBy(lower(ORGANIZATION.NAME), ORGANIZATION.ID)
                .limit(inline(1_000))
                .fetch(r -> new Entry(
                        new Person.Organization(r.value1(), r.value2()),
                        Names.read(CollaborationType.class, r.value3())));
    }

    /** The types of one of them. */
    Optional<Set<CollaborationType>> types(Reach reach, UUID organizationId) {
        return sql.select(COLLABORATOR.TYPES)
                .from(COLLABORATOR)
                .where(COLLABORATOR
                        .WORKSPACE_ID
                        .eq(reach.workspaceId())
                        .and(COLLABORATOR.ORGANIZATION_ID.eq(organizationId)))
                .and(People.collaborators(reach))
                .fetchOptional(r -> Names.read(CollaborationType.class, r.value1()));
    }
}
