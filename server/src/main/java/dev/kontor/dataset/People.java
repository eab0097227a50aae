package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Names;
import dev.kontor.access.Person;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspaceRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/**
 * How the people named in rows stand before somebody (O-05): what to join and select, so that no further statement is
 * needed. Strangers to a dataset see none.
 */
public final class People {
    private static final Field<Boolean> SEEN = field(name("person_seen"), Boolean.class);

    private final Actor actor;
    private final Optional<Standing> standing;

    private People(Actor actor, Optional<Standing> standing) {
        this.actor = actor;
        this.standing = standing;
    }

    public static People seenBy(Grant<InDataset> grant) {
        return new People(grant.actor(), grant.scope().standing());
    }

    static People seenBy(Actor actor, Optional<Standing> standing) {
        return new People(actor, standing);
    }

    /** Beside joins of APP_USER, its ORGANIZATION and, left, {@link #membership}. */
    public static List<Field<?>> fields(Actor actor) {
        Field<Boolean> seen = dev.kontor.access.People.seen(actor, APP_USER.ORGANIZATION_ID);
        return List.of(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME, MEMBER.ROLES, seen.as(SEEN));
    }

    /** How MEMBER is left joined to APP_USER. */
    public static Condition membership(Field<UUID> workspaceId) {
        return MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(APP_USER.ID));
    }

    public Person person(Record row) {
        var organization = new Person.Organization(row.get(ORGANIZATION.ID), row.get(ORGANIZATION.NAME));
        if (standing.isEmpty()) {
            return Person.hidden(organization);
        }
        String[] roles = row.get(MEMBER.ROLES);
        var known = new Person.Known(
                row.get(APP_USER.ID),
                row.get(APP_USER.NAME),
                organization,
                roles == null ? Set.of() : Names.read(WorkspaceRole.class, roles));
        return Person.seenBy(actor, standing.get().admin(), row.get(SEEN), known);
    }

    /** Whether the person of that row is shown by name. */
    public boolean sees(Record row) {
        return person(row).id() != null;
    }
}
