package dev.kontor.exchange;

import dev.kontor.storage.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Labels on their way from a file into a draft. A job that acts with its starter's rights. It reads the file whole, then
 * puts files that came along into the draft, then labels.
 *
 * @param folder where the paths in the file begin
 * @param declares whether the draft's catalog is to declare what the file uses
 * @param boxes whether the boxes around areas and keypoints are labels as well
 * @param classes names of categories, by how the file calls them
 * @param types of labels that the file uses
 * @param after at which path it is, {@code handled} of {@code total}: bytes while it reads, then paths
 */
record Import(
        UUID id,
        UUID workspaceId,
        UUID datasetId,
        String datasetName,
        long draft,
        Format format,
        @Nullable Digest digest,
        long size,
        String folder,
        boolean declares,
        boolean boxes,
        UUID starterId,
        @Nullable UUID keyId,
        State state,
        Phase phase,
        int run,
        @Nullable String reason,
        @Nullable String detail,
        Map<String, String> classes,
        List<String> types,
        @Nullable String after,
        long handled,
        long total,
        Counts counts,
        List<String> unknown,
        Instant startedAt,
        @Nullable Instant endedAt) {
    Import {
        classes = Map.copyOf(classes);
        types = List.copyOf(types);
        unknown = List.copyOf(unknown);
    }

    /** STOPPED: what is in the file, or that its starter might not do it any more; the reason is the code of that refusal. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        STOPPED
    }

    enum Phase {
        READING,
        FILES,
        LABELS
    }

    /**
     * @param items that were changed; unchanged those that had it all
     * @param labels that were read
     * @param files that were put into the draft
     * @param problems that were told
     */
    record Counts(long items, long unchanged, long labels, long files, long problems) {}

    /** Where something is wrong: a path, or a place in the file. */
    record Problem(String place, String detail) {}
}
