package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspaceRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/**
 * How the owners of listed datasets stand before the reader (O-05). Their roles matter to workspace admins only, and
 * only those of people whom workforce access does not show (M-03): nobody else's are looked up.
 *
 * @param fields to select beside joins of APP_USER and its ORGANIZATION
 * @param seen whether workforce access shows the owner in that row
 */
record Owners(Actor actor, Standing standing, List<Field<?>> fields, Predicate<Record> seen) {
    private static final Field<String[]> ROLES = field(name("owner_roles"), MEMBER.ROLES.getDataType());
    private static final Field<Boolean> SEEN = field(name("owner_seen"), Boolean.class);

    Owners {
        fields = List.copyOf(fields);
    }

    static Owners seenBy(Reach reach) {
        Condition seen = People.organizations(reach, APP_USER.ORGANIZATION_ID);
        return new Owners(
                reach.actor(),
                reach.standing(),
                fields(reach.standing(), seen),
                row -> reach.sees(row.get(ORGANIZATION.ID)));
    }

    static Owners seenBy(Grant<InProject> grant) {
        Field<Boolean> seen = People.seen(grant.actor(), APP_USER.ORGANIZATION_ID);
        List<Field<?>> fields = fields(grant.scope().standing(), condition(seen));
        fields.add(seen.as(SEEN));
        return new Owners(grant.actor(), grant.scope().standing(), fields, row -> row.get(SEEN));
    }

    private static List<Field<?>> fields(Standing standing, Condition seen) {
        List<Field<?>> fields =
                new ArrayList<>(List.of(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME));
        if (standing.admin()) {
            Field<String[]> roles = field(select(MEMBER.ROLES)
                    .from(MEMBER)
                    .where(MEMBER.WORKSPACE_ID.eq(DATASET.WORKSPACE_ID).and(MEMBER.USER_ID.eq(DATASET.OWNER_ID))));
            fields.add(when(not(seen), roles).as(ROLES));
        }
        return fields;
    }

    Person person(Record row) {
        String[] roles = standing.admin() ? row.get(ROLES) : null;
        var known = new Person.Known(
                row.get(APP_USER.ID),
                row.get(APP_USER.NAME),
                new Person.Organization(row.get(ORGANIZATION.ID), row.get(ORGANIZATION.NAME)),
                roles == null ? Set.of() : Names.read(WorkspaceRole.class, roles));
        return Person.seenBy(actor, standing.admin(), seen.test(row), known);
    }
}
