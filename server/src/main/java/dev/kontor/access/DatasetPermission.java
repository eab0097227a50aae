package dev.kontor.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who may do what in a dataset (section 7): each permission starts at a level and holds for all above it. */
public enum DatasetPermission implements Permission {
    /** details page and preview */
    DATASET_PREVIEW(DatasetLevel.PREVIEWER),
    /** item list, files, version records, tags, diffs */
    DATASET_READ(DatasetLevel.VIEWER),
    /** invite people and make links up to one's own level; takes a level given to oneself (T-13), see {@link #heldBy} */
    DATASET_INVITE(DatasetLevel.PREVIEWER),
    /** filter, merge, duplicate, annotation jobs, access by key */
    DATASET_USE(DatasetLevel.USER),
    /** drafts, upload, commit, labels, tags, branches */
    DATASET_CHANGE(DatasetLevel.EDITOR),
    /** rename, delete, visibility, authentication info, members and levels */
    DATASET_ADMINISTER(DatasetLevel.ADMIN),
    /** approve and reject applications; while the owner is locked, the workspace owner does (T-13) */
    DATASET_APPROVE(DatasetLevel.OWNER),
    /** transfer */
    DATASET_OWN(DatasetLevel.OWNER);

    /** By level, then by whether one is one's own and whether one stands in: each row of a list carries them. */
    private static final List<List<List<String>>> NAMES = Arrays.stream(DatasetLevel.values())
            .map(level -> IntStream.range(0, 4)
                    .mapToObj(bits -> names(level, (bits & 1) != 0, (bits & 2) != 0))
                    .toList())
            .toList();

    private final DatasetLevel from;

    DatasetPermission(DatasetLevel from) {
        this.from = from;
    }

    public DatasetLevel from() {
        return from;
    }

    public boolean heldBy(DatasetLevel level) {
        return level.reaches(from);
    }

    boolean heldBy(DatasetFacts facts, DatasetLevel level) {
        return heldBy(level, facts.own().isPresent(), facts.standsIn());
    }

    /** Where a level is not all that counts: whether it is one's own, and whether one stands in for the owner. */
    private boolean heldBy(DatasetLevel level, boolean own, boolean standsIn) {
        return switch (this) {
            case DATASET_INVITE -> own;
            case DATASET_APPROVE -> heldBy(level) || standsIn;
            default -> heldBy(level);
        };
    }

    private static List<String> names(DatasetLevel level, boolean own, boolean standsIn) {
        return Arrays.stream(values())
                .filter(permission -> permission.heldBy(level, own, standsIn))
                .map(Enum::name)
                .toList();
    }

    /** Of somebody with a level of their own. */
    public static List<String> namesHeldBy(DatasetLevel level) {
        return namesHeldBy(level, true, false);
    }

    static List<String> namesHeldBy(DatasetFacts facts, DatasetLevel level) {
        return namesHeldBy(level, facts.own().isPresent(), facts.standsIn());
    }

    private static List<String> namesHeldBy(DatasetLevel level, boolean own, boolean standsIn) {
        return NAMES.get(level.ordinal()).get((own ? 1 : 0) + (standsIn ? 2 : 0));
    }
}
