package dev.kontor.application;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.Collaborators;
import dev.kontor.identity.User;
import dev.kontor.member.Members;
import dev.kontor.organization.Organizations;
import dev.kontor.project.ProjectMembers;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-14, T-14: somebody becomes a chosen member of a project, and of the workspace before where they are none. */
@Component
class LetIn {
    private final Collaborators collaborators;
    private final Members members;
    private final ProjectMembers projectMembers;
    private final Organizations organizations;
    private final Places places;
    private final Audit audit;

    LetIn(
            Collaborators collaborators,
            Members members,
            ProjectMembers projectMembers,
            Organizations organizations,
            Places places,
            Audit audit) {
        this.collaborators = collaborators;
        this.members = members;
        this.projectMembers = projectMembers;
        this.organizations = organizations;
        this.places = places;
        this.audit = audit;
    }

    /** Behind the locks of the applicant's organization and of the workspace. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(Actor by, Offer offer, User applicant, Set<CollaborationType> chosen) {
        UUID workspaceId = offer.workspaceId();
        Optional<Set<CollaborationType>> there = collaborators.types(workspaceId, applicant.organizationId());
        Set<CollaborationType> types = there.orElseGet(() -> collaborate(by, offer, applicant, chosen));
        if (members.insert(workspaceId, applicant.id(), applicant.organizationId(), types, Set.of())) {
            audit.record(
                    by,
                    AuditEvent.inWorkspace(
                                    workspaceId, AuditKind.MEMBER_ADDED, "user", applicant.id(), applicant.name())
                            .with("roles", Set.of()));
        }
        choose(by, offer, applicant);
    }

    /** T-14: with access to this project only. */
    private Set<CollaborationType> collaborate(Actor by, Offer offer, User applicant, Set<CollaborationType> types) {
        if (types.isEmpty()) {
            throw Refusal.FIELD_MISSING.on("types", "types");
        }
        UUID organization = applicant.organizationId();
        collaborators.insert(offer.workspaceId(), organization, types, false);
        collaborators.grantProjects(offer.workspaceId(), organization, Set.of(offer.projectId()));
        audit.record(
                by,
                AuditEvent.inWorkspace(
                                offer.workspaceId(),
                                AuditKind.COLLABORATOR_ADDED,
                                "organization",
                                organization,
                                organizations.byId(organization).orElseThrow().name())
                        .with("types", types)
                        .with("access", Set.of(offer.projectId())));
        return types;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(Actor by, Offer offer, User applicant) {
        if (projectMembers.insert(offer.workspaceId(), offer.projectId(), applicant.id())) {
            audit.record(
                    by,
                    AuditEvent.inWorkspace(
                                    offer.workspaceId(),
                                    AuditKind.PROJECT_MEMBER_CHOSEN,
                                    "project",
                                    offer.projectId(),
                                    places.projectName(offer.projectId()))
                            .with("member", applicant.id()));
        }
    }
}
