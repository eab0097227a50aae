package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_EDIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.member.Heirs;
import dev.kontor.project.ProjectMembers.Candidate;
import dev.kontor.web.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-10: chooses members of a project, and drops them; who is dropped loses what they held in it. */
@Component
class ChooseMember {
    private final Access access;
    private final Projects projects;
    private final ProjectMembers members;
    private final Heirs heirs;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChooseMember(
            Access access,
            Projects projects,
            ProjectMembers members,
            Heirs heirs,
            Audit audit,
            ApplicationEventPublisher events) {
        this.access = access;
        this.projects = projects;
        this.members = members;
        this.heirs = heirs;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void choose(Actor actor, UUID projectId, UUID userId) {
        var grant = access.toChangeFacts(actor, PROJECT_EDIT, projectId);
        Project.checkOpen(grant);
        Candidate candidate = candidate(reach(grant), projectId, userId);
        if (!candidate.hasProject()) {
            throw Refusal.ORGANIZATION_LACKS_PROJECT.refused();
        }
        if (members.insert(grant.scope().standing().workspaceId(), projectId, userId)) {
            record(grant, AuditKind.PROJECT_MEMBER_CHOSEN, candidate);
        }
    }

    /** What only takes away is possible in an archived project, too. */
    @Transactional
    public void drop(Actor actor, UUID projectId, UUID userId, @Nullable UUID handOverTo) {
        var grant = access.toNarrowFacts(actor, PROJECT_EDIT, projectId);
        Reach reach = reach(grant);
        Candidate candidate = candidate(reach, projectId, userId);
        if (drop(grant, reach, List.of(candidate), handOverTo).isEmpty()) {
            throw Refusal.NOT_FOUND.refused();
        }
    }

    /** Says who of them was a chosen member, and is no more. */
    Set<UUID> drop(Grant<InProject> grant, Reach reach, Collection<Candidate> candidates, @Nullable UUID handOverTo) {
        Set<UUID> dropped = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (members.delete(grant, candidate.known().id())) {
                dropped.add(candidate.known().id());
                record(grant, AuditKind.PROJECT_MEMBER_DROPPED, candidate);
            }
        }
        if (!dropped.isEmpty()) {
            UUID heir = heirs.heir(reach, dropped, handOverTo);
            dropped.forEach(user ->
                    events.publishEvent(new MemberDropped(grant.actor(), reach.workspaceId(), grant.id(), user, heir)));
        }
        return dropped;
    }

    private Reach reach(Grant<InProject> grant) {
        return access.reach(
                grant.actor(),
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
    }

    private Candidate candidate(Reach reach, UUID projectId, UUID userId) {
        return members.candidate(reach, projectId, userId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    void record(Grant<InProject> grant, AuditKind kind, Candidate candidate) {
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(
                                grant.scope().standing().workspaceId(),
                                kind,
                                "project",
                                grant.id(),
                                projects.name(grant))
                        .with("member", candidate.known().id()));
    }
}
