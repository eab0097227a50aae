package dev.kontor.bucket;

import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a bucket on their way into a draft: a job that acts with its starter's rights.
 *
 * @param prefix with which their names begin; {@code folder} and what follows the prefix is the path
 * @param after at which name it is
 * @param refusals of the first hundred that were refused
 * @param failures in a row, since it last got on
 */
record BucketImport(
        UUID id,
        UUID workspaceId,
        UUID datasetId,
        long draft,
        String bucket,
        String prefix,
        String folder,
        UUID starterId,
        @Nullable UUID keyId,
        State state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String after,
        Counts counts,
        List<Refusal> refusals,
        int failures,
        Instant startedAt,
        @Nullable Instant endedAt) {
    static final int TOLD = 100;

    BucketImport {
        refusals = List.copyOf(refusals);
    }

    AuditEvent event(AuditKind kind) {
        return AuditEvent.inWorkspace(workspaceId, kind, "import", id, bucket)
                .with("dataset", datasetId)
                .with("number", draft);
    }

    /** STOPPED: its starter might not do it any more, or the bucket could not be read; the reason is a refusal's code. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        STOPPED
    }

    /** So many objects were looked at, and what became of them. */
    record Counts(long looked, long staged, long unchanged, long refused) {}

    /** An object that was not taken, and why. */
    record Refusal(
            String key, @Nullable String code, @Nullable String detail) {}
}
