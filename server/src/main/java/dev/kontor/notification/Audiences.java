package dev.kontor.notification;

import static kontor.tables.facts.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Names;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.notification.Notice.Audience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of whom a notice is for at this moment; nobody who is locked or gone (C-06). */
@Component
class Audiences {
    private static final Predicate<String> ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").asMatchPredicate();

    private final DSLContext sql;

    Audiences(DSLContext sql) {
        this.sql = sql;
    }

    /** Invitations that this user made into that workspace (any, if none is named), neither accepted nor revoked. */
    List<UUID> openInvitationsBy(UUID inviter, @Nullable UUID workspace) {
        return sql.select(OPEN_INVITATION.INVITATION_ID)
                .from(OPEN_INVITATION)
                .where(OPEN_INVITATION.INVITER_ID.eq(inviter).and(OPEN_INVITATION.WORKSPACE_ID.isNotNull()))
                .and(workspace == null ? noCondition() : OPEN_INVITATION.WORKSPACE_ID.eq(workspace))
                .orderBy(OPEN_INVITATION.INVITATION_ID)
                .fetch(OPEN_INVITATION.INVITATION_ID);
    }

    /** For whose people an invitation is; nobody's where it is over. */
    Set<UUID> organizationOf(UUID invitation) {
        return new HashSet<>(sql.select(OPEN_INVITATION.ORGANIZATION_ID)
                .from(OPEN_INVITATION)
                .where(OPEN_INVITATION.INVITATION_ID.eq(invitation))
                .and(OPEN_INVITATION.KNOWN.isFalse().and(OPEN_INVITATION.BRINGS_IN.isFalse()))
                .fetch(OPEN_INVITATION.ORGANIZATION_ID));
    }

    Set<UUID> of(Audience audience) {
        return switch (audience) {
            case Audience.User user -> Set.of(user.id());
            case Audience.Administrators a -> administrators(a.organizations());
            case Audience.CanBringIn c -> administrators(organizationOf(c.invitation()));
            case Audience.WorkspaceAdmins w -> admins(w.workspace());
            case Audience.House h -> {
                Set<UUID> house = administrators(Set.of(h.organization()));
                house.removeAll(admins(h.workspace()));
                yield house;
            }
            case Audience.Members m -> members(m.workspace(), noCondition());
            case Audience.LosingByPurge l -> losingByPurge(l.workspace());
            case Audience.WarnedOfPurge w -> warned(w) ? losingByPurge(w.workspace()) : Set.of();
            case Audience.DatasetApprover d -> approver(d.dataset());
            case Audience.ProjectEditors p -> editors(p.project());
            case Audience.DatasetOwners o -> datasetsIn(o.project()).keySet();
        };
    }

    /** The names of the datasets that each owner has in a project. */
    Map<UUID, List<String>> datasetsIn(UUID project) {
        return new HashMap<>(sql.select(DATASET_OWNER.OWNER_ID, DATASET_OWNER.NAME)
                .from(DATASET_OWNER)
                .where(DATASET_OWNER.PROJECT_ID.eq(project))
                .orderBy(lower(DATASET_OWNER.NAME))
                .fetchGroups(DATASET_OWNER.OWNER_ID, DATASET_OWNER.NAME));
    }

    /** The names of projects or datasets, which are given by their ids or by their names already. */
    List<String> namesOf(List<String> things) {
        UUID[] ids = things.stream().filter(ID).map(UUID::fromString).toArray(UUID[]::new);
        List<String> names = new ArrayList<>(things.stream().filter(ID.negate()).toList());
        names.addAll(sql.select(PROJECT_CARD.NAME)
                .from(PROJECT_CARD)
                .where(PROJECT_CARD.PROJECT_ID.eq(any(ids)))
                .unionAll(select(DATASET_OWNER.NAME).from(DATASET_OWNER).where(DATASET_OWNER.DATASET_ID.eq(any(ids))))
                .fetch(PROJECT_CARD.NAME));
        names.sort(String.CASE_INSENSITIVE_ORDER);
        return names;
    }

    private Set<UUID> administrators(Set<UUID> organizations) {
        return new HashSet<>(sql.select(ACTIVE_USER.USER_ID)
                .from(ACTIVE_USER)
                .where(ACTIVE_USER.ADMINISTRATOR)
                .and(ACTIVE_USER.ORGANIZATION_ID.eq(any(organizations.toArray(UUID[]::new))))
                .fetch(ACTIVE_USER.USER_ID));
    }

    private Set<UUID> approver(UUID dataset) {
        return new HashSet<>(sql.select(DATASET_APPROVER.USER_ID)
                .from(DATASET_APPROVER)
                .where(DATASET_APPROVER.DATASET_ID.eq(dataset))
                .fetch(DATASET_APPROVER.USER_ID));
    }

    private Set<UUID> editors(UUID project) {
        String[] holders = Names.of(ProjectPermission.PROJECT_EDIT.holders());
        return new HashSet<>(sql.select(SIGHT.USER_ID)
                .from(SIGHT)
                .where(SIGHT.PROJECT_ID.eq(project).and(SIGHT.SEEN))
                .and(condition(SIGHT.CREATOR).or(condition("{0} && {1}", SIGHT.ROLES, val(holders, SIGHT.ROLES))))
                .fetch(SIGHT.USER_ID));
    }

    private Set<UUID> admins(UUID workspace) {
        return members(workspace, holding(WorkspacePermission.WORKSPACE_EDIT));
    }

    private Set<UUID> losingByPurge(UUID workspace) {
        Set<UUID> losing = members(
                workspace,
                holding(WorkspacePermission.MEMBER_MANAGE)
                        .and(MEMBERSHIP.TYPES.ne(Names.of(Set.of(CollaborationType.OWNER)))));
        losing.addAll(sql.selectDistinct(DATASET_OWNER.OWNER_ID)
                .from(DATASET_OWNER)
                .where(DATASET_OWNER.WORKSPACE_ID.eq(workspace))
                .fetch(DATASET_OWNER.OWNER_ID));
        losing.removeAll(admins(workspace));
        return losing;
    }

    private boolean warned(Audience.WarnedOfPurge of) {
        return sql.fetchExists(
                PURGE_WARNING,
                PURGE_WARNING.WORKSPACE_ID.eq(of.workspace()).and(PURGE_WARNING.DEADLINE.eq(of.deadline())));
    }

    private static Condition holding(WorkspacePermission permission) {
        return condition("{0} && {1}", MEMBERSHIP.ROLES, val(Names.of(permission.holders()), MEMBERSHIP.ROLES));
    }

    private Set<UUID> members(UUID workspace, Condition which) {
        return new HashSet<>(sql.select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.WORKSPACE_ID.eq(workspace).and(which))
                .fetch(MEMBERSHIP.USER_ID));
    }
}
