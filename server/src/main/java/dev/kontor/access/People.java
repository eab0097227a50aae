package dev.kontor.access;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.SEEN_ORGANIZATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant.InDataset;
import dev.kontor.web.ByName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/**
 * How the people named in rows stand before somebody (O-04, O-05, M-03, K-03): what to join, select and ask, so that no
 * further statement is needed. Strangers to a dataset see none of its people (T-03).
 */
public final class People {
    private static final Field<Boolean> SEEN = field(name("person_seen"), Boolean.class);

    /** How lists of people stand: by name, found by name and address. */
    public static final ByName BY_NAME = ByName.of(APP_USER.NAME, APP_USER.ID).foundBy(APP_USER.EMAIL);

    private final Actor actor;
    private final Optional<Standing> standing;

    private People(Actor actor, Optional<Standing> standing) {
        this.actor = actor;
        this.standing = standing;
    }

    public static People seenBy(Grant<InDataset> grant) {
        return new People(grant.actor(), grant.scope().standing());
    }

    public static People seenBy(Actor actor, Optional<Standing> standing) {
        return new People(actor, standing);
    }

    /** Whether the actor sees the people of that organization, to select beside a name. */
    public static Field<Boolean> seen(Actor actor, Field<UUID> organizationId) {
        return field(exists(selectOne()
                .from(SEEN_ORGANIZATION)
                .where(SEEN_ORGANIZATION
                        .ORGANIZATION_ID
                        .eq(actor.organizationId())
                        .and(SEEN_ORGANIZATION.SEEN_ID.eq(organizationId)))));
    }

    /** M-03, as constants of the reader's reach: rows of MEMBER that they see; the same as {@link Reach#seesPerson}. */
    public static Condition members(Reach reach) {
        return reach.all()
                ? known(reach).or(arrayOverlap(MEMBER.ROLES, val(Names.of(WorkspaceRole.POWERFUL), MEMBER.ROLES)))
                : known(reach);
    }

    /** The same for rows of several workspaces, all reached by one actor. */
    public static Condition members(List<Reach> reaches) {
        UUID[] administered =
                reaches.stream().filter(Reach::all).map(Reach::workspaceId).toArray(UUID[]::new);
        Condition powerful = MEMBER.WORKSPACE_ID
                .eq(any(administered))
                .and(arrayOverlap(MEMBER.ROLES, val(Names.of(WorkspaceRole.POWERFUL), MEMBER.ROLES)));
        return reaches.stream()
                .findFirst()
                .map(reach -> known(reach).or(powerful))
                .orElse(falseCondition());
    }

    /** Whose people one sees is the same everywhere. */
    private static Condition known(Reach reach) {
        return organizations(reach, MEMBER.ORGANIZATION_ID)
                .or(MEMBER.USER_ID.eq(reach.actor().userId()));
    }

    /** O-04: organizations whose people one sees, as one array, so that the statement is the same for everybody. */
    public static Condition organizations(Reach reach, Field<UUID> organizationId) {
        return organizationId.eq(any(reach.seenOrganizations().toArray(UUID[]::new)));
    }

    /** K-03, the same for rows of COLLABORATOR; as {@link Reach#seesCollaborator}. */
    public static Condition collaborators(Reach reach) {
        return reach.all() ? noCondition() : organizations(reach, COLLABORATOR.ORGANIZATION_ID);
    }

    /** Beside joins of APP_USER, its ORGANIZATION and, left, {@link #membership}. */
    public static List<Field<?>> fields(Actor actor) {
        Field<Boolean> seen = seen(actor, APP_USER.ORGANIZATION_ID);
        return List.of(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME, MEMBER.ROLES, seen.as(SEEN));
    }

    /** How MEMBER is left joined to APP_USER. */
    public static Condition membership(Field<UUID> workspaceId) {
        return MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(APP_USER.ID));
    }

    public Person person(Record row) {
        if (standing.isEmpty()) {
            return Person.hidden(null);
        }
        var organization = new Person.Organization(row.get(ORGANIZATION.ID), row.get(ORGANIZATION.NAME));
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
