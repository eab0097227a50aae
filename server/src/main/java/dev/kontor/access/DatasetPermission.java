package dev.kontor.access;

import java.util.Arrays;
import java.util.List;

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
    /** rename, delete, visibility, members and levels */
    DATASET_ADMINISTER(DatasetLevel.ADMIN),
    /** approve and reject applications; while the owner is locked, the workspace owner does (T-13) */
    DATASET_APPROVE(DatasetLevel.OWNER),
    /** transfer */
    DATASET_OWN(DatasetLevel.OWNER);

    /** By level: each row of a list carries them. */
    private static final List<List<String>> NAMES = Arrays.stream(DatasetLevel.values())
            .map(level -> Arrays.stream(values())
                    .filter(permission -> permission.heldBy(level))
                    .map(Enum::name)
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

    /** Where a level is not all that counts: whether it is one's own, and whether one stands in for the owner. */
    boolean heldBy(DatasetFacts facts, DatasetLevel level) {
        return switch (this) {
            case DATASET_INVITE -> facts.own().isPresent();
            case DATASET_APPROVE -> heldBy(level) || facts.standsIn();
            default -> heldBy(level);
        };
    }

    /** Of somebody with a level of their own. */
    public static List<String> namesHeldBy(DatasetLevel level) {
        return NAMES.get(level.ordinal());
    }

    static List<String> namesHeldBy(DatasetFacts facts, DatasetLevel level) {
        return facts.own().isPresent() && !facts.standsIn()
                ? namesHeldBy(level)
                : Arrays.stream(values())
                        .filter(permission -> permission.heldBy(facts, level))
                        .map(Enum::name)
                        .toList();
    }
}
