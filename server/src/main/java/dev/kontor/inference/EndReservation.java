package dev.kontor.inference;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * O-20: whoever looks after a workspace or a project ends a reservation of anybody there, whose program crashed or who left.
 * What was told stays told, the rest is given back; whoever goes on all the same is refused with their next word.
 */
@Component
public class EndReservation {
    private final Access access;
    private final InferenceUses uses;
    private final Reservations reservations;
    private final Clock clock;
    private final Audit audit;

    EndReservation(Access access, InferenceUses uses, Reservations reservations, Clock clock, Audit audit) {
        this.access = access;
        this.uses = uses;
        this.reservations = reservations;
        this.clock = clock;
        this.audit = audit;
    }

    /** Also of a dataset that is gone. */
    @Transactional
    public void inWorkspace(Actor actor, UUID workspaceId, UUID id) {
        Grant<InWorkspace> grant = access.toTakeAway(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
        end(actor, () -> reservations.findInWorkspace(grant, id));
    }

    @Transactional
    public void inProject(Actor actor, UUID projectId, UUID id) {
        Grant<InProject> grant = access.toTakeAway(actor, ProjectPermission.PROJECT_EDIT, projectId);
        end(actor, () -> reservations.findInProject(grant, id));
    }

    /** Decided on what is read behind the lock: its maker may settle it at the same moment. */
    private void end(Actor actor, Supplier<Optional<Reservation>> found) {
        Reservation seen = found.get().orElseThrow(Refusal.NOT_FOUND::refused);
        uses.hold(seen.workspaceId(), seen.plan());
        Reservation open = found.get().orElseThrow(Refusal.NOT_FOUND::refused);
        Reservation ended = open.ended();
        reservations.close(ended, clock.instant());
        uses.add(ended.workspaceId(), ended.plan(), 0, open.inferred() - open.files());
        audit.record(
                actor,
                ended.event(AuditKind.INFERENCE_ENDED)
                        .with("user", ended.userId())
                        .with("name", reservations.maker(ended)));
    }
}
