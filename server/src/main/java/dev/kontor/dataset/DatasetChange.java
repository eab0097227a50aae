package dev.kontor.dataset;

import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.web.Description;
import org.jspecify.annotations.Nullable;

/** What to edit of a dataset; what is absent stays. */
record DatasetChange(
        @Nullable DatasetName name,
        @Nullable Description description,
        @Nullable DatasetVisibility visibility) {
    DatasetChange {
        NewDataset.chosen(visibility);
    }

    /** Info is edited by editors; name and visibility by dataset admins (section 7). */
    DatasetPermission needs() {
        return name == null && visibility == null
                ? DatasetPermission.DATASET_CHANGE
                : DatasetPermission.DATASET_ADMINISTER;
    }

    /** taking away is possible where nothing else is. */
    boolean onlyNarrows(Dataset before) {
        return name == null
                && description == null
                && (visibility == DatasetVisibility.PRIVATE || visibility != null && closes(before));
    }

    /** T-03: whether what everybody may use ends at its workspace again. */
    boolean closes(Dataset before) {
        return before.visibility() == DatasetVisibility.OPEN && visibility != null;
    }
}
