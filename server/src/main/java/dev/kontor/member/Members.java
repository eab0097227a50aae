package dev.kontor.member;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Cursor;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** The SQL of members. Lists show those whom the reader may see (M-03), by {@link People#members}. */
@Component
public class Members {
    private static final List<Field<?>> FIELDS = List.of(
            MEMBER.WORKSPACE_ID,
            MEMBER.USER_ID,
            APP_USER.NAME,
            APP_USER.EMAIL,
            ORGANIZATION.ID,
            ORGANIZATION.NAME,
            MEMBER.TYPES,
            MEMBER.ROLES,
            MEMBER.JOINED_AT,
            WORKSPACE.OWNER_ID);

    private final DSLContext sql;
    private final Clock clock;

    Members(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The keys of the page first, along one index: what is joined in the same step loses PostgreSQL that order. */
    Page<Member> list(Reach reach, MemberListing wanted) {
        MemberOrder order = wanted.listing().order(MemberOrder.class);
        Field<String> key = order.key();
        Condition after =
                wanted.listing().after(2).map(cursor -> order.after(cursor)).orElse(noCondition());
        Table<?> keys = select(MEMBER.USER_ID)
                .from(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(People.members(reach))
                .and(wanted.condition())
                .and(after)
                .orderBy(order.fields())
                .limit(inline(wanted.listing().size() + 1))
                .asTable("k");
        Table<?> page = keys.join(MEMBER).on(MEMBER.USER_ID.eq(field(name("k", "user_id"), UUID.class)));
        var rows = rows(page, key.as("sort_key"))
                .and(MEMBER.WORKSPACE_ID.eq(reach.workspaceId()))
                .orderBy(order.fields())
                .fetch(r -> new Sorted<>(member(r), r.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        wanted.listing().size(),
                        row -> Cursor.of(row.key(), row.item().userId()))
                .map(Sorted::item);
    }

    /** One whom the reader may see. */
    public Optional<Member> find(Reach reach, UUID userId) {
        return rows(MEMBER, inline("").as("sort_key"))
                .and(MEMBER.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(MEMBER.USER_ID.eq(userId))
                .and(People.members(reach))
                .fetchOptional(Members::member);
    }

    /** One of a workspace, whoever asks: for decisions, not for showing. */
    public boolean exists(UUID workspaceId, UUID userId) {
        return sql.fetchExists(MEMBER, MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(userId)));
    }

    public List<Member> ofOrganization(UUID workspaceId, UUID organizationId) {
        return rows(MEMBER, inline("").as("sort_key"))
                .and(MEMBER.WORKSPACE_ID.eq(workspaceId))
                .and(MEMBER.ORGANIZATION_ID.eq(organizationId))
                .fetch(Members::member);
    }

    /** O-10: whether somebody was a member once, and is not to be brought back by nobody in particular. */
    public boolean left(UUID workspaceId, UUID userId) {
        return sql.fetchExists(
                FORMER_MEMBER, FORMER_MEMBER.WORKSPACE_ID.eq(workspaceId).and(FORMER_MEMBER.USER_ID.eq(userId)));
    }

    /** Says whether the person was not a member before. */
    public boolean insert(
            UUID workspaceId,
            UUID userId,
            UUID organizationId,
            Set<CollaborationType> types,
            Collection<WorkspaceRole> roles) {
        return sql.insertInto(MEMBER)
                        .set(MEMBER.WORKSPACE_ID, workspaceId)
                        .set(MEMBER.USER_ID, userId)
                        .set(MEMBER.ORGANIZATION_ID, organizationId)
                        .set(MEMBER.TYPES, Names.of(types))
                        .set(MEMBER.ROLES, Names.of(roles))
                        .set(MEMBER.JOINED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Of these users, those who are of the organization, neither locked nor removed, and no members yet become some;
     * says who did.
     */
    Set<UUID> insertAll(
            UUID workspaceId,
            Collection<UUID> userIds,
            UUID organizationId,
            Set<CollaborationType> types,
            Collection<WorkspaceRole> roles) {
        return sql.insertInto(MEMBER)
                .columns(
                        MEMBER.WORKSPACE_ID,
                        MEMBER.USER_ID,
                        MEMBER.ORGANIZATION_ID,
                        MEMBER.TYPES,
                        MEMBER.ROLES,
                        MEMBER.JOINED_AT)
                .select(select(
                                val(workspaceId),
                                ACTIVE_USER.USER_ID,
                                ACTIVE_USER.ORGANIZATION_ID,
                                val(Names.of(types), MEMBER.TYPES),
                                val(Names.of(roles), MEMBER.ROLES),
                                val(clock.instant()))
                        .from(ACTIVE_USER)
                        .where(ACTIVE_USER.USER_ID.eq(any(userIds.toArray(UUID[]::new))))
                        .and(ACTIVE_USER.ORGANIZATION_ID.eq(organizationId)))
                .onConflictDoNothing()
                .returning(MEMBER.USER_ID)
                .fetchSet(MEMBER.USER_ID);
    }

    /** What those of these users hold besides MEMBER who are members. */
    Map<UUID, Set<WorkspaceRole>> roles(UUID workspaceId, Collection<UUID> userIds) {
        return sql.select(MEMBER.USER_ID, MEMBER.ROLES)
                .from(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId))
                .and(MEMBER.USER_ID.eq(any(userIds.toArray(UUID[]::new))))
                .fetchMap(MEMBER.USER_ID, r -> Names.read(WorkspaceRole.class, r.value2()));
    }

    void addRoles(UUID workspaceId, Collection<UUID> userIds, Collection<WorkspaceRole> roles) {
        sql.update(MEMBER)
                .set(
                        MEMBER.ROLES,
                        field(
                                "(select array_agg(distinct r order by r) from unnest({0} || {1}) r)",
                                String[].class, MEMBER.ROLES, val(Names.of(roles), MEMBER.ROLES)))
                .set(MEMBER.REVISION, MEMBER.REVISION.plus(1))
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId))
                .and(MEMBER.USER_ID.eq(any(userIds.toArray(UUID[]::new))))
                .execute();
    }

    /** The roles that somebody holds besides MEMBER, to be added to. */
    public Set<WorkspaceRole> roles(UUID workspaceId, UUID userId) {
        return sql.select(MEMBER.ROLES)
                .from(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(userId)))
                .fetchSingle(r -> Names.read(WorkspaceRole.class, r.value1()));
    }

    public void setRoles(UUID workspaceId, UUID userId, Collection<WorkspaceRole> roles) {
        sql.update(MEMBER)
                .set(MEMBER.ROLES, Names.of(roles))
                .set(MEMBER.REVISION, MEMBER.REVISION.plus(1))
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(userId)))
                .execute();
    }

    /** What hangs on a membership goes with it by the schema; what must pass to somebody has passed before. */
    public void delete(UUID workspaceId, Collection<UUID> userIds) {
        UUID[] ids = userIds.toArray(UUID[]::new);
        sql.insertInto(FORMER_MEMBER, FORMER_MEMBER.WORKSPACE_ID, FORMER_MEMBER.USER_ID, FORMER_MEMBER.LEFT_AT)
                .select(select(MEMBER.WORKSPACE_ID, MEMBER.USER_ID, val(clock.instant()))
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(any(ids)))))
                .onConflictDoNothing()
                .execute();
        sql.deleteFrom(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.USER_ID.eq(any(ids))))
                .execute();
    }

    private SelectConditionStep<? extends Record> rows(Table<?> members, Field<?> key) {
        return sql.select(FIELDS)
                .select(key)
                .from(members)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .where(noCondition());
    }

    private static Member member(Record r) {
        return new Member(
                r.get(MEMBER.WORKSPACE_ID),
                r.get(MEMBER.USER_ID),
                r.get(APP_USER.NAME),
                r.get(APP_USER.EMAIL),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                Names.read(CollaborationType.class, r.get(MEMBER.TYPES)),
                Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)),
                r.get(WORKSPACE.OWNER_ID).equals(r.get(MEMBER.USER_ID)),
                r.get(MEMBER.JOINED_AT));
    }
}
