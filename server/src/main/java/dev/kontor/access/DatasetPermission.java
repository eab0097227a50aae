package dev.kontor.access;

import java.util.Arrays;
import java.util.List;

/** Who may do what in a dataset (section 7): each permission starts at a level and holds for all above it. */
public enum DatasetPermission implements Permission {
    /** details page and preview */
    DATASET_PREVIEW(DatasetLevel.PREVIEWER),
    /** item list, files, version records, tags, diffs */
    DATASET_READ(DatasetLevel.VIEWER),
    /** filter, merge, duplicate, annotation jobs, access by key */
    DATASET_USE(DatasetLevel.USER),
    /** drafts, upload, commit, labels, tags, branches */
    DATASET_CHANGE(DatasetLevel.EDITOR),
    /** rename, delete, visibility, members and levels */
    DATASET_ADMINISTER(DatasetLevel.ADMIN),
    /** approve applications, transfer */
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

    public static List<String> namesHeldBy(DatasetLevel level) {
        return NAMES.get(level.ordinal());
    }
}
