package dev.kontor.dataset;

import dev.kontor.access.DatasetVisibility;
import dev.kontor.web.Description;
import dev.kontor.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A dataset as it is wished for; {@code PROJECT} where no visibility is said (T-04). */
public record NewDataset(
        DatasetName name,
        @Nullable Description description,
        @Nullable DatasetVisibility visibility) {
    public NewDataset {
        chosen(visibility);
    }

    /** T-03: opening takes a confirmation, and so a request of its own. */
    static void chosen(@Nullable DatasetVisibility visibility) {
        if (visibility == DatasetVisibility.OPEN) {
            throw Refusal.OPENING_IS_ASKED_FOR.refused();
        }
    }

    DatasetVisibility wanted() {
        return visibility == null ? DatasetVisibility.PROJECT : visibility;
    }
}
