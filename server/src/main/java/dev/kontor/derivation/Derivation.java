package dev.kontor.derivation;

import dev.kontor.draft.FillDraft.Conflicts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset on its way out of versions of others. A job that acts with its starter's rights; of {@code total} items of
 * its sources {@code handled} were looked at so far, {@code taken} of them came along.
 *
 * @param datasetId the new one; null where the job ended without one
 * @param madeId its id, also when it is gone
 * @param source at which of the sources it is, behind the last one when it has gone through all; {@code after} which path,
 *     {@code looked} at so many items of it
 */
record Derivation(
        UUID id,
        UUID workspaceId,
        @Nullable UUID datasetId,
        UUID madeId,
        String name,
        long draft,
        List<Source> sources,
        @Nullable Where where,
        Conflicts conflicts,
        UUID starterId,
        @Nullable UUID keyId,
        State state,
        @Nullable String reason,
        @Nullable String detail,
        int source,
        @Nullable String after,
        long looked,
        long total,
        long handled,
        long taken,
        Instant startedAt,
        @Nullable Instant endedAt) {
    Derivation {
        sources = List.copyOf(sources);
    }

    /** Whether all that comes along is in the draft, which is still to be committed. */
    boolean filled() {
        return source == sources.size();
    }

    /** STOPPED: its starter might not do it any more, or paths clashed; the reason is the code of that refusal. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        STOPPED
    }

    /** A version that items come from. */
    record Source(UUID datasetId, UUID versionId, String name, long number) {
        String text() {
            return name + ", version " + number;
        }
    }
}
