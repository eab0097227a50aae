package dev.kontor.office;

import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.lower;

import dev.kontor.access.Names;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of where a user is a member (C-02). */
@Component
class UserMemberships {
    private final DSLContext sql;

    UserMemberships(DSLContext sql) {
        this.sql = sql;
    }

    record Place(UUID id, String name) {}

    /** A workspace, whose it is, and what the user is in it. */
    record Membership(Place workspace, Person.Organization organization, List<WorkspaceRole> roles, boolean owner) {}

    List<Membership> of(UUID userId) {
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        MEMBER.ROLES,
                        WORKSPACE.OWNER_ID.eq(MEMBER.USER_ID))
                .from(MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .where(MEMBER.USER_ID.eq(userId))
                .orderBy(lower(WORKSPACE.NAME), WORKSPACE.ID)
                .fetch(r -> new Membership(
                        new Place(r.value1(), r.value2()),
                        new Person.Organization(r.value3(), r.value4()),
                        Names.read(WorkspaceRole.class, r.value5()).stream()
                                .sorted()
                                .toList(),
                        r.value6()));
    }
}
