package dev.kontor.invitation;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.INVITATION_MAIL;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.Secret;
import dev.kontor.organization.InvitationMail;
import dev.kontor.organization.InvitationState;
import dev.kontor.organization.MailedLinks;
import dev.kontor.web.Cursor;
import dev.kontor.web.Email;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of invitations into workspaces; shown only to people who could make the same one (O-01). */
@Component
public class WorkspaceInvitations {
    private static final kontor.tables.WorkspaceInvitation I = WORKSPACE_INVITATION;
    static final Condition PENDING = I.ACCEPTED_AT.isNull().and(I.REVOKED_AT.isNull());
    private static final kontor.tables.Organization INVITERS = ORGANIZATION.as("inviters");

    private final DSLContext sql;
    private final Clock clock;
    private final Inviters inviters;

    WorkspaceInvitations(DSLContext sql, Clock clock, Inviters inviters) {
        this.sql = sql;
        this.clock = clock;
        this.inviters = inviters;
    }

    /** Those that the reader could make as well. */
    public Page<WorkspaceInvitation> list(Reach reach, Listing listing) {
        Condition found =
                listing.search().<Condition>map(q -> lower(I.EMAIL).contains(q)).orElse(noCondition());
        Condition after = listing.after(1).<Condition>map(c -> I.ID.lt(c.id(0))).orElse(noCondition());
        var rows = rows().and(couldBeMadeBy(reach))
                .and(found)
                .and(after)
                .orderBy(I.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(WorkspaceInvitations::invitation);
        return Page.of(rows, listing.size(), i -> Cursor.of(i.id()));
    }

    public Optional<WorkspaceInvitation> find(Reach reach, UUID id) {
        return rows().and(couldBeMadeBy(reach)).and(I.ID.eq(id)).fetchOptional(WorkspaceInvitations::invitation);
    }

    /** By the link that can be copied, or by one that was mailed. */
    public Optional<WorkspaceInvitation> byToken(String token) {
        return rows().and(I.TOKEN.eq(token).or(I.ID.eq(MailedLinks.invitation(new Secret(token)))))
                .fetchOptional(WorkspaceInvitations::invitation);
    }

    public Optional<WorkspaceInvitation> byId(UUID id) {
        return rows().and(I.ID.eq(id)).fetchOptional(WorkspaceInvitations::invitation);
    }

    List<WorkspaceInvitation> byIds(Collection<UUID> ids) {
        return rows().and(I.ID.eq(any(ids.toArray(UUID[]::new)))).fetch(WorkspaceInvitations::invitation);
    }

    /** Open invitations that waited for this person to be in that organization (M-07). */
    public List<WorkspaceInvitation> waitingFor(Email email, UUID organizationId) {
        return rows().and(I.KIND.eq("MEMBER"))
                .and(lower(I.EMAIL).eq(email.key()))
                .and(I.ORGANIZATION_ID.eq(organizationId))
                .and(PENDING)
                .and(I.EXPIRES_AT.gt(clock.instant()))
                .orderBy(I.WORKSPACE_ID, I.ID)
                .fetch(WorkspaceInvitations::invitation);
    }

    /** A page as its reader sees it. */
    Page<WorkspaceInvitation.View> views(Reach reach, Page<WorkspaceInvitation> page) {
        Set<UUID> alive = inviters.couldOf(reach.workspaceId(), page.items());
        return page.map(i -> view(reach, i, alive.contains(i.id())));
    }

    public WorkspaceInvitation.View view(Reach reach, WorkspaceInvitation i) {
        return view(reach, i, i.over() || inviters.could(i));
    }

    private WorkspaceInvitation.View view(Reach reach, WorkspaceInvitation i, boolean could) {
        InvitationState state = i.state(clock.instant(), i.over() || could);
        List<String> can = i.over() ? List.of() : List.of("INVITATION_REVOKE", "INVITATION_RENEW");
        return new WorkspaceInvitation.View(
                i.id(),
                i.kind(),
                i.email(),
                i.roles().stream().sorted().toList(),
                i.types().stream().sorted().toList(),
                i.organization(),
                i.fullAccess(),
                i.projects(),
                Person.seenBy(reach, i.inviter()),
                i.link(),
                state,
                i.createdAt(),
                i.expiresAt(),
                i.mail(),
                can);
    }

    /** O-01: by rank, types, projects and sight, the reader could make this invitation. */
    private static Condition couldBeMadeBy(Reach reach) {
        Set<WorkspaceRole> roles = reach.standing().roles();
        String[] managed = Names.of(WorkspaceRole.managedBy(roles));
        String[] dealt = Names.of(Arrays.stream(CollaborationType.values())
                .filter(type -> type.dealtWithBy(roles))
                .toList());
        Condition rank = condition("{0} <@ {1}", I.ROLES, val(managed, I.ROLES));
        Condition organization = reach.all() ? noCondition() : People.organizations(reach, I.ORGANIZATION_ID);
        Condition types = condition("{0} <@ {1}", I.TYPES, val(dealt, I.TYPES));
        Condition full = reach.standing().fullAccess() ? noCondition() : I.FULL_ACCESS.isFalse();
        Condition projects = notExists(selectOne()
                .from(INVITATION_PROJECT)
                .join(PROJECT_CARD)
                .on(PROJECT_CARD.PROJECT_ID.eq(INVITATION_PROJECT.PROJECT_ID))
                .where(INVITATION_PROJECT.INVITATION_ID.eq(I.ID))
                .and(not(Sight.of(reach).sees(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.VISIBILITY))));
        boolean partners = WorkspacePermission.COLLABORATOR_MANAGE.heldBy(roles);
        Condition collaborator =
                partners ? I.KIND.eq("COLLABORATOR").and(types).and(full).and(projects) : falseCondition();
        return I.WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(rank)
                .and(I.KIND.eq("MEMBER").and(organization).or(collaborator));
    }

    private SelectConditionStep<? extends Record> rows() {
        var projects = multiset(select(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.NAME, PROJECT_CARD.VISIBILITY)
                        .from(INVITATION_PROJECT)
                        .join(PROJECT_CARD)
                        .on(PROJECT_CARD.PROJECT_ID.eq(INVITATION_PROJECT.PROJECT_ID))
                        .where(INVITATION_PROJECT.INVITATION_ID.eq(I.ID))
                        .orderBy(lower(PROJECT_CARD.NAME)))
                .as("projects")
                .convertFrom(result -> result.map(Records.mapping(CollaboratorProject::new)));
        return sql.select(
                        I.ID,
                        I.TOKEN,
                        I.WORKSPACE_ID,
                        WORKSPACE.NAME,
                        I.KIND,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        I.BRINGS_IN,
                        I.EMAIL,
                        I.ROLES,
                        I.TYPES,
                        I.FULL_ACCESS,
                        projects,
                        APP_USER.ID,
                        APP_USER.NAME,
                        INVITERS.ID,
                        INVITERS.NAME,
                        MEMBER.ROLES,
                        I.CREATED_AT,
                        I.EXPIRES_AT,
                        I.ACCEPTED_AT,
                        I.REVOKED_AT)
                .select(InvitationMail.FIELDS)
                .from(I)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(I.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .join(APP_USER)
                .on(APP_USER.ID.eq(I.INVITER_ID))
                .join(INVITERS)
                .on(INVITERS.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(I.ORGANIZATION_ID))
                .leftJoin(INVITATION_MAIL)
                .on(INVITATION_MAIL.INVITATION_ID.eq(I.ID))
                .leftJoin(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(I.WORKSPACE_ID).and(MEMBER.USER_ID.eq(I.INVITER_ID)))
                .where(noCondition());
    }

    @SuppressWarnings("unchecked")
    private static WorkspaceInvitation invitation(Record r) {
        String @Nullable [] inviterRoles = r.get(MEMBER.ROLES);
        var inviter = new Person.Known(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(INVITERS.ID), r.get(INVITERS.NAME)),
                inviterRoles == null ? Set.of() : Names.read(WorkspaceRole.class, inviterRoles));
        UUID organizationId = r.get(ORGANIZATION.ID);
        return new WorkspaceInvitation(
                r.get(I.ID),
                r.get(I.TOKEN),
                r.get(I.WORKSPACE_ID),
                r.get(WORKSPACE.NAME),
                WorkspaceInvitation.Kind.valueOf(r.get(I.KIND)),
                organizationId == null ? null : new Person.Organization(organizationId, r.get(ORGANIZATION.NAME)),
                r.get(I.BRINGS_IN),
                r.get(I.EMAIL),
                Names.read(WorkspaceRole.class, r.get(I.ROLES)),
                Names.read(CollaborationType.class, r.get(I.TYPES)),
                r.get(I.FULL_ACCESS),
                Objects.requireNonNull((List<CollaboratorProject>) r.get("projects")),
                inviter,
                r.get(I.CREATED_AT),
                r.get(I.EXPIRES_AT),
                InvitationMail.of(r),
                r.get(I.ACCEPTED_AT),
                r.get(I.REVOKED_AT));
    }
}
