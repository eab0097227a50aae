package dev.kontor.application;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Locks;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.application.Application.State;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Writable;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.project.Project;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T-13, T-14, O-14: yes or no of those whom an application takes: the dataset's owner, workspace admins, whoever edits the
 * project. One no ends it; the applicant is told and may apply again.
 */
@Component
class DecideApplication {
    private final Access access;
    private final Locks locks;
    private final Applications applications;
    private final AdmitToDataset admit;
    private final LetIn letIn;
    private final Users users;
    private final Audit audit;

    DecideApplication(
            Access access,
            Locks locks,
            Applications applications,
            AdmitToDataset admit,
            LetIn letIn,
            Users users,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.applications = applications;
        this.admit = admit;
        this.letIn = letIn;
        this.users = users;
        this.audit = audit;
    }

    @Transactional
    public void approveLevel(Actor actor, UUID datasetId, UUID id) {
        Grant<InDataset> grant = access.toChangeFacts(actor, DatasetPermission.DATASET_APPROVE, datasetId);
        Writable.check(grant);
        Application before = open(applications.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused));
        Application.checkAsked(before.asksOwner() && !before.ownerApproved());
        applications.ownerApproved(id);
        approved(actor, before, "OWNER");
        admit.complete(actor, applications.find(grant, id).orElseThrow(), applicant(before));
    }

    /** @param types of the applicant's organization, where it is no collaborator yet */
    @Transactional
    public void approveJoining(Actor actor, UUID workspaceId, UUID id, Set<CollaborationType> types) {
        applications
                .toWorkspace(workspaceId, id)
                .map(this::applicant)
                .ifPresent(user -> locks.shared(Locks.Scope.ORGANIZATION, user.organizationId()));
        Grant<InWorkspace> grant = access.toChangeFacts(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
        Application before = open(applications.into(grant, id).orElseThrow(Refusal.NOT_FOUND::refused));
        Application.checkAsked(!before.entryApproved());
        User applicant = applicant(before);
        admit.checkWay(before, applicant);
        letIn.join(actor, before.offer(), applicant, types);
        applications.entryApproved(id);
        approved(actor, before, "WORKSPACE");
        finish(actor, applications.into(grant, id).orElseThrow(), applicant);
    }

    @Transactional
    public void approveChoosing(Actor actor, UUID projectId, UUID id) {
        Grant<InProject> grant = access.toChangeFacts(actor, ProjectPermission.PROJECT_EDIT, projectId);
        Project.checkOpen(grant);
        Application before = open(applications.ofProject(grant, id).orElseThrow(Refusal.NOT_FOUND::refused));
        Application.checkAsked(!before.entryApproved());
        User applicant = applicant(before);
        admit.checkWay(before, applicant);
        applications.entryApproved(id);
        approved(actor, before, "PROJECT");
        finish(actor, applications.ofProject(grant, id).orElseThrow(), applicant);
    }

    /** T-13: an inviter whose word was enough may have lost what it took; then the owner decides. */
    private void finish(Actor actor, Application application, User applicant) {
        if (!application.asksOwner() && !admit.stillEnough(application)) {
            applications.askOwner(application.id());
            audit.record(
                    actor,
                    AdmitToDataset.event(
                            AuditKind.APPLICATION_OWNER_ASKED, application.id(), application.offer(), applicant));
            return;
        }
        admit.complete(actor, application, applicant);
    }

    @Transactional
    public void rejectLevel(Actor actor, UUID datasetId, UUID id) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, DatasetPermission.DATASET_APPROVE, datasetId);
        end(actor, applications.find(grant, id).orElseThrow(Refusal.NOT_FOUND::refused), State.REJECTED);
    }

    @Transactional
    public void rejectJoining(Actor actor, UUID workspaceId, UUID id) {
        Grant<InWorkspace> grant = access.toNarrowFacts(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
        end(actor, applications.into(grant, id).orElseThrow(Refusal.NOT_FOUND::refused), State.REJECTED);
    }

    @Transactional
    public void rejectChoosing(Actor actor, UUID projectId, UUID id) {
        Grant<InProject> grant = access.toNarrowFacts(actor, ProjectPermission.PROJECT_EDIT, projectId);
        end(actor, applications.ofProject(grant, id).orElseThrow(Refusal.NOT_FOUND::refused), State.REJECTED);
    }

    /** Of one's own: one wants it no more. */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        Application before = applications.own(actor.userId(), id).orElseThrow(Refusal.NOT_FOUND::refused);
        locks.alone(Locks.Scope.WORKSPACE, before.offer().workspaceId());
        end(actor, applications.own(actor.userId(), id).orElseThrow(Refusal.NOT_FOUND::refused), State.WITHDRAWN);
    }

    private void end(Actor actor, Application application, State state) {
        open(application);
        applications.end(application.id(), state);
        audit.record(
                actor,
                AdmitToDataset.event(
                        state == State.REJECTED ? AuditKind.APPLICATION_REJECTED : AuditKind.APPLICATION_WITHDRAWN,
                        application.id(),
                        application.offer(),
                        application.userId(),
                        users.byId(application.userId()).map(User::name).orElse("a former user")));
    }

    private void approved(Actor actor, Application application, String by) {
        audit.record(
                actor,
                AdmitToDataset.event(
                                AuditKind.APPLICATION_APPROVED,
                                application.id(),
                                application.offer(),
                                applicant(application))
                        .with("by", by));
    }

    private static Application open(Application application) {
        application.checkOpen();
        return application;
    }

    private User applicant(Application application) {
        return users.byId(application.userId()).orElseThrow(() -> Refusal.APPLICANT_LEFT.refused("The applicant"));
    }
}
