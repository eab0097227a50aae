package dev.kontor.application;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Holders;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspaceStates;
import dev.kontor.application.Application.Entry;
import dev.kontor.application.Application.State;
import dev.kontor.application.Places.Place;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.DatasetMembers;
import dev.kontor.dataset.Writable;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an offered level becomes for one person: it is theirs at once where nobody else has a say in it, else an
 * application, which is theirs when the last one has said yes. Behind the workspace's lock, always with the inviter's
 * rights of this moment.
 */
@Component
class AdmitToDataset {
    private final Access access;
    private final Holders holders;
    private final WorkspaceStates states;
    private final Places places;
    private final LetIn letIn;
    private final Applications applications;
    private final DatasetMembers members;
    private final Audit audit;

    AdmitToDataset(
            Access access,
            Holders holders,
            WorkspaceStates states,
            Places places,
            LetIn letIn,
            Applications applications,
            DatasetMembers members,
            Audit audit) {
        this.access = access;
        this.holders = holders;
        this.states = states;
        this.places = places;
        this.letIn = letIn;
        this.applications = applications;
        this.members = members;
        this.audit = audit;
    }

    enum Result {
        GRANTED,
        ASKED,
        /** as much, or more, already */
        HELD,
        REFUSED
    }

    record Admitted(Result result, @Nullable Refusal refusal) {
        static Admitted of(Result result) {
            return new Admitted(result, null);
        }
    }

    /** @param by whoever acts: the inviter, or the applicant who follows a link */
    @Transactional(propagation = Propagation.MANDATORY)
    public Admitted admit(Actor by, Offer offer, User applicant) {
        Place place = places.of(applicant, offer.workspaceId(), offer.projectId());
        if (place.sees() && reaches(applicant, offer)) {
            return Admitted.of(Result.HELD);
        }
        states.checkWritable(offer.workspaceId());
        Optional<Refusal> bar = place.bar();
        if (bar.isPresent()) {
            return new Admitted(Result.REFUSED, bar.get());
        }
        Optional<Application> before = applications.openOf(offer.datasetId(), applicant.id());
        if (before.filter(a -> a.offer().level().reaches(offer.level())).isPresent()) {
            return Admitted.of(Result.ASKED);
        }
        before.ifPresent(a -> applications.end(a.id(), State.WITHDRAWN));
        Entry enters = place.sees() ? Entry.NOTHING : place.member() ? Entry.PROJECT : Entry.WORKSPACE;
        boolean entered = enters == Entry.NOTHING || enters == Entry.PROJECT && edits(offer);
        boolean enough = inviterIsEnough(offer);
        if (entered && enough) {
            give(by, offer, applicant, place);
            return Admitted.of(Result.GRANTED);
        }
        apply(by, offer, applicant, new Needs(enters, entered, enough));
        return Admitted.of(Result.ASKED);
    }

    private record Needs(Entry enters, boolean entered, boolean enough) {}

    private void apply(Actor by, Offer offer, User applicant, Needs needs) {
        UUID id = applications.insert(offer, applicant.id(), needs.enters(), needs.entered(), !needs.enough());
        AuditEvent event = event(AuditKind.APPLICATION_MADE, id, offer, applicant)
                .with("enters", needs.entered() ? Entry.NOTHING : needs.enters())
                .with("asksOwner", !needs.enough());
        audit.record(by, event);
    }

    /** After each yes: whether it was the last one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Actor by, Application application, User applicant) {
        if (application.waits()) {
            return;
        }
        give(
                by,
                application.offer(),
                applicant,
                places.of(
                        applicant,
                        application.offer().workspaceId(),
                        application.offer().projectId()));
        applications.end(application.id(), State.GRANTED);
        audit.record(by, event(AuditKind.APPLICATION_GRANTED, application.id(), application.offer(), applicant));
    }

    /** T-13: nobody's word counts longer than they hold what it takes; then the owner is asked. */
    boolean stillEnough(Application application) {
        return inviterIsEnough(application.offer());
    }

    /** Whether the applicant can be let in at all at this moment. */
    void checkWay(Application application, User applicant) {
        if (applicant.lockedAt() != null) {
            throw Refusal.APPLICANT_LEFT.refused(applicant.name());
        }
        Offer offer = application.offer();
        places.of(applicant, offer.workspaceId(), offer.projectId()).bar().ifPresent(bar -> {
            throw bar.refused();
        });
    }

    private void give(Actor by, Offer offer, User applicant, Place place) {
        if (!place.member() || applicant.lockedAt() != null) {
            throw Refusal.APPLICANT_LEFT.refused(applicant.name());
        }
        place.bar().ifPresent(bar -> {
            throw bar.refused();
        });
        if (!place.sees()) {
            letIn.choose(by, offer, applicant);
        }
        Grant<InDataset> grant = access.require(by, DatasetPermission.DATASET_PREVIEW, offer.datasetId());
        Writable.check(grant);
        if (reaches(applicant, offer)) {
            return;
        }
        members.put(grant, applicant.id(), offer.level(), offer.inviterId());
        audit.record(
                by,
                AuditEvent.inWorkspace(
                                offer.workspaceId(),
                                AuditKind.DATASET_LEVEL_GRANTED,
                                "dataset",
                                offer.datasetId(),
                                offer.datasetName())
                        .with("user", applicant.id().toString())
                        .with("name", applicant.name())
                        .with("level", offer.level().name()));
    }

    private boolean reaches(User applicant, Offer offer) {
        return holders.own(applicant.id(), offer.datasetId())
                .filter(own -> own.reaches(offer.level()))
                .isPresent();
    }

    private boolean inviterIsEnough(Offer offer) {
        return holders.own(offer.inviterId(), offer.datasetId())
                .filter(own -> own.reaches(DatasetLevel.ADMIN))
                .isPresent();
    }

    private boolean edits(Offer offer) {
        return holders.holds(offer.inviterId(), ProjectPermission.PROJECT_EDIT, offer.projectId());
    }

    static AuditEvent event(AuditKind kind, UUID id, Offer offer, User applicant) {
        return event(kind, id, offer, applicant.id(), applicant.name());
    }

    /** Of an applicant who may be gone. */
    static AuditEvent event(AuditKind kind, UUID id, Offer offer, UUID applicant, String name) {
        return AuditEvent.inWorkspace(offer.workspaceId(), kind, "application", id, name)
                .with("applicant", applicant)
                .with("dataset", offer.datasetId())
                .with("name", offer.datasetName())
                .with("project", offer.projectId())
                .with("level", offer.level().name());
    }
}
