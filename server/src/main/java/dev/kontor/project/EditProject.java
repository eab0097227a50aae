package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_CLOSE;
import static dev.kontor.access.ProjectPermission.PROJECT_EDIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** O-12: edits a project. Making it PRIVATE takes more, and waits while others own datasets in it. */
@Component
class EditProject {
    private final Access access;
    private final Projects projects;
    private final ProjectMembers members;
    private final DatasetOwners owners;
    private final Audit audit;

    EditProject(Access access, Projects projects, ProjectMembers members, DatasetOwners owners, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.members = members;
        this.owners = owners;
        this.audit = audit;
    }

    @Transactional
    public Project edit(Actor actor, UUID projectId, ProjectChange change, Optional<Long> revision) {
        var grant = access.toNarrowFacts(actor, PROJECT_EDIT, projectId);
        if (!change.opensAgain() || grant.scope().trashed()) {
            Project.checkOpen(grant);
        }
        Project before = projects.get(actor, projectId);
        if (!change.onlyNarrows(before)) {
            access.writable(grant);
        }
        check(grant, before, change);
        if (!projects.edit(grant, change, revision)) {
            throw Refusal.CHANGED_MEANWHILE.refused();
        }
        if (change.turnsTo(ProjectVisibility.SHARED, before)) {
            choose(actor, before);
        }
        Project after = projects.get(actor, projectId);
        record(actor, before, after);
        return after;
    }

    /** The owners of its datasets; and whoever turned it SHARED and would see it no more by that. */
    private void choose(Actor actor, Project project) {
        owners.ids(project.id()).forEach(owner -> members.insert(project.workspaceId(), project.id(), owner));
        if (projects.find(actor, project.id()).isEmpty()) {
            members.insert(project.workspaceId(), project.id(), actor.userId());
        }
    }

    private void check(Grant<InProject> grant, Project before, ProjectChange change) {
        if (change.closesIn(before)) {
            access.require(grant.actor(), PROJECT_CLOSE, grant.id());
            owners.checkNoneBut(grant, projects.creator(grant));
        }
        change.period(before);
        change.leadId().value().ifPresent(lead -> checkLead(grant, lead));
    }

    private void checkLead(Grant<InProject> grant, UUID lead) {
        var reach = access.reach(
                grant.actor(),
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
        if (members.candidate(reach, grant.id(), lead).isEmpty()) {
            throw Refusal.UNKNOWN_MEMBER.on("leadId");
        }
    }

    /** One event for each thing that a reader of the log would look for. */
    private void record(Actor actor, Project before, Project after) {
        boolean moved = before.archived() != after.archived();
        boolean opened = before.visibility() != after.visibility();
        if (moved) {
            audit.record(
                    actor, event(after, after.archived() ? AuditKind.PROJECT_ARCHIVED : AuditKind.PROJECT_REOPENED));
        }
        if (opened) {
            audit.record(
                    actor,
                    event(after, AuditKind.PROJECT_VISIBILITY_CHANGED)
                            .with("visibility", after.visibility())
                            .with("before", before.visibility()));
        }
        if (after.describedOtherwise(before) || !moved && !opened) {
            audit.record(actor, event(after, AuditKind.PROJECT_EDITED).with("before", before.name()));
        }
    }

    private static AuditEvent event(Project project, AuditKind kind) {
        return AuditEvent.inWorkspace(project.workspaceId(), kind, "project", project.id(), project.name());
    }
}
