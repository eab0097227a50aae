package dev.kontor.collaborator;

import static kontor.tables.Tables.COLLABORATOR;
import static kontor.tables.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** K-05: organizations whose people one may see and that are no collaborators yet. */
@Component
class PickableOrganizations {
    private final DSLContext sql;

    PickableOrganizations(DSLContext sql) {
        this.sql = sql;
    }

    List<Person.Organization> list(Reach reach) {
        return sql.select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(People.organizations(reach, ORGANIZATION.ID).and(ORGANIZATION.CLOSED_AT.isNull()))
                .and(notExists(selectOne()
                        .from(COLLABORATOR)
                        .where(COLLABORATOR
                                .WORKSPACE_ID
                                .eq(reach.workspaceId())
                                .and(COLLABORATOR.ORGANIZATION_ID.eq(ORGANIZATION.ID)))))
                .orderBy(lower(ORGANIZATION.NAME), ORGANIZATION.ID)
                .limit(inline(1_000))
                .fetch(Records.mapping(Person.Organization::new));
    }
}
