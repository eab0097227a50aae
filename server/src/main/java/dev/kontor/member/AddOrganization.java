package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Locks;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.background.LongWork.Next;
import dev.kontor.identity.Starters;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.member.MemberAddition.State;
import dev.kontor.web.Busy;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * K-11, M-08: adds all existing people of an organization as plain members, step by step. Each step is a transaction of
 * its own and asks anew whether the starter may still do it.
 */
@Component
class AddOrganization {
    private static final int FIRST_STEP = 200;
    private static final int STEP = 500;
    private static final int MOST = 10_000;

    private final Access access;
    private final Locks locks;
    private final Starters starters;
    private final Users users;
    private final AddableOrganizations organizations;
    private final MemberAdditions additions;
    private final JoinMembers joinMembers;
    private final Audit audit;

    AddOrganization(
            Access access,
            Locks locks,
            Starters starters,
            Users users,
            AddableOrganizations organizations,
            MemberAdditions additions,
            JoinMembers joinMembers,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.starters = starters;
        this.users = users;
        this.organizations = organizations;
        this.additions = additions;
        this.joinMembers = joinMembers;
        this.audit = audit;
    }

    /** Whose people; without these; and of those who were removed from the workspace once, these (up to 10,000 each). */
    record Wanted(
            UUID organizationId,
            @Nullable Set<UUID> except,
            @Nullable Set<UUID> former) {
        Set<UUID> excepted() {
            return bounded("except", except);
        }

        Set<UUID> broughtBack() {
            return bounded("former", former);
        }

        private static Set<UUID> bounded(String field, @Nullable Set<UUID> people) {
            if (people != null && people.size() > MOST) {
                throw Refusal.TOO_LARGE.on(field, MOST + " people by name");
            }
            return people == null ? Set.of() : people;
        }
    }

    @Transactional
    public UUID start(Actor actor, UUID workspaceId, Wanted wanted) {
        UUID organizationId = wanted.organizationId();
        locks.shared(Locks.Scope.ORGANIZATION, organizationId);
        // O-10: in a workspace that takes nobody now it waits until that does
        var grant = access.toNarrowFacts(actor, MEMBER_MANAGE, workspaceId);
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        if (types(reach, organizationId).isEmpty()) {
            throw Refusal.NOT_A_COLLABORATOR.refused();
        }
        UUID id = additions.insert(grant, organizationId, wanted.excepted(), wanted.broughtBack());
        MemberAddition addition = additions.byId(id).orElseThrow();
        record(actor, AuditKind.MEMBER_ADDITION_STARTED, addition, "people", addition.total());
        return id;
    }

    @Transactional
    public void cancel(Actor actor, UUID workspaceId, UUID id) {
        access.toNarrowFacts(actor, MEMBER_MANAGE, workspaceId);
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        MemberAddition addition = additions.find(reach, id).orElseThrow(Refusal.NOT_FOUND::refused);
        if (additions.end(id, State.CANCELLED, null)) {
            record(actor, AuditKind.MEMBER_ADDITION_CANCELLED, addition, "added", addition.added());
        }
    }

    /** The next few, with the rights that the starter has now. */
    @Transactional
    public Next step(UUID id) {
        Optional<MemberAddition> there = additions.byId(id);
        if (there.isEmpty()) {
            return Next.END;
        }
        MemberAddition begun = there.get();
        locks.shared(Locks.Scope.ORGANIZATION, begun.organization().id());
        locks.alone(Locks.Scope.WORKSPACE, begun.workspaceId());
        MemberAddition addition = additions.byId(id).orElseThrow();
        if (addition.state() != State.RUNNING) {
            return Next.END;
        }
        try {
            Actor actor =
                    starters.actor(addition.starterId(), addition.keyId()).orElseThrow(Refusal.NOT_SIGNED_IN::refused);
            Reach reach = access.reach(actor, MEMBER_MANAGE, addition.workspaceId());
            Set<CollaborationType> types =
                    types(reach, addition.organization().id()).orElseThrow(Refusal.NOT_A_COLLABORATOR::refused);
            return reach.standing().writable()
                    ? add(addition, Access.require(reach, MEMBER_MANAGE), types)
                    : Next.LATER;
        } catch (Refused refused) {
            Busy.throwOn(refused);
            additions.end(id, State.STOPPED, refused.refusal().code());
            return Next.END;
        }
    }

    private Next add(MemberAddition addition, Grant<InWorkspace> grant, Set<CollaborationType> types) {
        Set<UUID> next = additions.take(addition.id(), addition.handled() == 0 ? FIRST_STEP : STEP);
        List<User> people = users.byIds(next);
        Map<UUID, AddMembers.Result> results =
                joinMembers.join(grant, addition.organization().id(), people, types, new RoleSet(Set.of()));
        int added = (int) results.values().stream()
                .filter(AddMembers.Result.ADDED::equals)
                .count();
        additions.progress(addition.id(), next.size(), added);
        return addition.handled() + next.size() < addition.total() ? Next.MORE : Next.END;
    }

    /** K-11: only of an organization whose people one may see; being workspace admin is not enough. */
    private Optional<Set<CollaborationType>> types(Reach reach, UUID organizationId) {
        return reach.sees(organizationId) ? organizations.types(reach, organizationId) : Optional.empty();
    }

    private void record(Actor actor, AuditKind kind, MemberAddition addition, String what, int count) {
        Person.Organization organization = addition.organization();
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                addition.workspaceId(), kind, "organization", organization.id(), organization.name())
                        .with(what, count));
    }
}
