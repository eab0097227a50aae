package dev.kontor.inference;

import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.Locale;
import java.util.UUID;

/**
 * Files of a dataset that somebody may have labels inferred for (O-20).
 *
 * @param plan on which it counts
 * @param inferred of those files, as far as was told
 */
record Reservation(
        UUID id,
        UUID workspaceId,
        String plan,
        UUID datasetId,
        String dataset,
        UUID userId,
        int files,
        int inferred,
        State state) {
    enum State {
        OPEN,
        SETTLED,
        EXPIRED,
        ENDED
    }

    /** How many more that is; what was told once is not taken back. */
    int more(int told) {
        checkOpen();
        if (told < inferred || told > files) {
            throw Refusal.INFERRED_OUT_OF_RANGE.refused(inferred, files);
        }
        return told - inferred;
    }

    /** By whoever looks after the workspace or the project: what was told stays told. */
    Reservation ended() {
        checkOpen();
        return with(inferred, State.ENDED);
    }

    private void checkOpen() {
        if (state != State.OPEN) {
            throw Refusal.RESERVATION_CLOSED.refused(state.name().toLowerCase(Locale.ROOT));
        }
    }

    AuditEvent event(AuditKind kind) {
        return AuditEvent.inWorkspace(workspaceId, kind, "dataset", datasetId, dataset)
                .with("reservation", id)
                .with("files", files)
                .with("inferred", inferred);
    }

    Reservation with(int told, State next) {
        return new Reservation(id, workspaceId, plan, datasetId, dataset, userId, files, told, next);
    }
}
