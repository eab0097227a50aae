package dev.kontor.application;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.application.Application.Approval;
import dev.kontor.application.Application.Entry;
import dev.kontor.application.Application.State;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of lists of applications, newest first: of a dataset, to a workspace, and one's own. */
@Component
class ApplicationLists {
    private static final kontor.tables.AppUser INVITER = APP_USER.as("inviter");
    private static final kontor.tables.Organization HOUSE = ORGANIZATION.as("inviting");
    private static final kontor.tables.Member PLACE = MEMBER.as("place");
    private static final Field<Boolean> SEES_INVITER = field(name("sees_inviter"), Boolean.class);
    private static final Field<Boolean> NEEDS_TYPES = field(name("needs_types"), Boolean.class);

    private final DSLContext sql;

    ApplicationLists(DSLContext sql) {
        this.sql = sql;
    }

    /** Who reads: how much of the inviters they see, and what they may do with those that are open. */
    private record Reader(Actor actor, boolean admin, List<String> ownerCan, List<String> entryCan, boolean own) {}

    /** Of dataset admins all, of others those of people whom they invited. */
    Page<Application.View> ofDataset(Grant<InDataset> grant, Listing listing) {
        boolean all = DatasetPermission.DATASET_ADMINISTER.heldBy(grant.scope().level());
        Condition theirs =
                all ? noCondition() : APPLICATION.INVITER_ID.eq(grant.actor().userId());
        boolean admin = grant.scope().standing().filter(s -> s.admin()).isPresent();
        return page(
                APPLICATION.DATASET_ID.eq(grant.id()).and(theirs),
                new Reader(grant.actor(), admin, approves(grant), List.of(), false),
                listing);
    }

    private static List<String> approves(Grant<InDataset> grant) {
        return grant.scope().approves() && grant.actor().carries(DatasetPermission.DATASET_APPROVE)
                ? List.of("APPLICATION_APPROVE", "APPLICATION_REJECT")
                : List.of();
    }

    /** Those whom workspace admins are to let in. */
    Page<Application.View> toWorkspace(Grant<InWorkspace> grant, Listing listing) {
        return page(asked(grant), admin(grant), listing);
    }

    Optional<Application.View> toWorkspace(Grant<InWorkspace> grant, UUID id) {
        Condition which =
                APPLICATION.WORKSPACE_ID.eq(grant.id()).and(APPLICATION.ENTERS.eq(inline(Entry.WORKSPACE.name())));
        Reader reader = admin(grant);
        return rows(which.and(APPLICATION.ID.eq(id)), reader.actor(), 1).stream()
                .map(row -> view(row, reader))
                .findFirst();
    }

    private static Condition asked(Grant<InWorkspace> grant) {
        return APPLICATION
                .WORKSPACE_ID
                .eq(grant.id())
                .and(APPLICATION.STATE.eq(inline("OPEN")))
                .and(APPLICATION.ENTERS.eq(inline("WORKSPACE")))
                .and(not(APPLICATION.ENTRY_APPROVED));
    }

    private static Reader admin(Grant<InWorkspace> grant) {
        return new Reader(grant.actor(), true, List.of(), List.of("APPLICATION_APPROVE", "APPLICATION_REJECT"), false);
    }

    /** One's own; of a key narrowed to workspaces, only what is about those. */
    Page<Application.View> own(Actor actor, Listing listing) {
        Condition narrowed =
                actor.onlyWorkspaces().map(APPLICATION.WORKSPACE_ID::in).orElse(noCondition());
        return page(
                APPLICATION.USER_ID.eq(actor.userId()).and(narrowed),
                new Reader(actor, false, List.of(), List.of(), true),
                listing);
    }

    private Page<Application.View> page(Condition which, Reader reader, Listing listing) {
        Condition after = listing.after(1)
                .map(c -> (Condition) APPLICATION.ID.lt(c.id(0)))
                .orElse(noCondition());
        List<Application.View> views = rows(which.and(after), reader.actor(), listing.size() + 1).stream()
                .map(row -> view(row, reader))
                .toList();
        return Page.of(views, listing.size(), view -> Cursor.of(view.id()));
    }

    private List<? extends Record> rows(Condition which, Actor actor, int limit) {
        Field<Boolean> needsTypes = field(notExists(selectOne()
                .from(COLLABORATOR)
                .where(COLLABORATOR.WORKSPACE_ID.eq(APPLICATION.WORKSPACE_ID))
                .and(COLLABORATOR.ORGANIZATION_ID.eq(APP_USER.ORGANIZATION_ID))));
        return sql.select(
                        APPLICATION.ID,
                        APPLICATION.WORKSPACE_ID,
                        APPLICATION.DATASET_ID,
                        APPLICATION.LEVEL,
                        APPLICATION.ENTERS,
                        APPLICATION.ENTRY_APPROVED,
                        APPLICATION.ASKS_OWNER,
                        APPLICATION.OWNER_APPROVED,
                        APPLICATION.STATE,
                        APPLICATION.CREATED_AT,
                        APPLICATION.DECIDED_AT,
                        DATASET.NAME,
                        APP_USER.ID,
                        APP_USER.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME)
                .select(INVITER.ID, INVITER.NAME, HOUSE.ID, HOUSE.NAME, PLACE.ROLES)
                .select(People.seen(actor, INVITER.ORGANIZATION_ID).as(SEES_INVITER), needsTypes.as(NEEDS_TYPES))
                .from(APPLICATION)
                .join(DATASET)
                .on(DATASET.ID.eq(APPLICATION.DATASET_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(APPLICATION.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .join(INVITER)
                .on(INVITER.ID.eq(APPLICATION.INVITER_ID))
                .join(HOUSE)
                .on(HOUSE.ID.eq(INVITER.ORGANIZATION_ID))
                .leftJoin(PLACE)
                .on(PLACE.WORKSPACE_ID.eq(APPLICATION.WORKSPACE_ID).and(PLACE.USER_ID.eq(INVITER.ID)))
                .where(which)
                .orderBy(APPLICATION.ID.desc())
                .limit(inline(limit))
                .fetch();
    }

    private static Application.View view(Record r, Reader reader) {
        State state = State.valueOf(r.get(APPLICATION.STATE));
        Entry enters = Entry.valueOf(r.get(APPLICATION.ENTERS));
        Approval entry = approval(enters != Entry.NOTHING, r.get(APPLICATION.ENTRY_APPROVED));
        Approval owner = approval(r.get(APPLICATION.ASKS_OWNER), r.get(APPLICATION.OWNER_APPROVED));
        return new Application.View(
                r.get(APPLICATION.ID),
                r.get(APPLICATION.WORKSPACE_ID),
                r.get(APPLICATION.DATASET_ID),
                r.get(DATASET.NAME),
                Person.of(new Person.Known(
                        r.get(APP_USER.ID),
                        r.get(APP_USER.NAME),
                        new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                        Set.of())),
                DatasetLevel.valueOf(r.get(APPLICATION.LEVEL)),
                inviter(r, reader),
                state,
                enters,
                entry,
                owner,
                enters == Entry.WORKSPACE && r.get(NEEDS_TYPES),
                r.get(APPLICATION.CREATED_AT),
                r.get(APPLICATION.DECIDED_AT),
                state == State.OPEN ? can(reader, entry, owner) : List.of());
    }

    private static Approval approval(boolean needed, boolean approved) {
        return !needed ? Approval.NOT_NEEDED : approved ? Approval.APPROVED : Approval.ASKED;
    }

    private static List<String> can(Reader reader, Approval entry, Approval owner) {
        List<String> can = new ArrayList<>();
        if (owner == Approval.ASKED) can.addAll(reader.ownerCan());
        if (entry == Approval.ASKED) can.addAll(reader.entryCan());
        if (reader.own()) can.add("APPLICATION_WITHDRAW");
        return can;
    }

    /** O-05; whoever invited addressed the applicant by it. */
    private static Person inviter(Record r, Reader reader) {
        String[] roles = r.get(PLACE.ROLES);
        var known = new Person.Known(
                r.get(INVITER.ID),
                r.get(INVITER.NAME),
                new Person.Organization(r.get(HOUSE.ID), r.get(HOUSE.NAME)),
                roles == null ? Set.of() : Names.read(WorkspaceRole.class, roles));
        return reader.own()
                ? Person.of(known)
                : Person.seenBy(reader.actor(), reader.admin(), r.get(SEES_INVITER), known);
    }
}
