package dev.kontor.inference;

import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
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
        EXPIRED
    }

    /** How many more that is; what was told once is not taken back. */
    int more(int told) {
        if (state != State.OPEN) {
            throw Refusal.RESERVATION_CLOSED.refused(state.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (told < inferred || told > files) {
            throw Refusal.INFERRED_OUT_OF_RANGE.refused(inferred, files);
        }
        return told - inferred;
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
