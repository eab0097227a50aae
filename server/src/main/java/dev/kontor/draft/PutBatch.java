package dev.kontor.draft;

import dev.kontor.draft.PutItem.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Puts batches with their files into a draft. Those that somebody sends into one draft at the same time are staged together,
 * as single files are: one after the other, they would use one processor and wait for the disk each.
 */
@Component
class PutBatch {
    /** So many items are staged in one transaction, unless one batch has more. */
    private static final int MOST = 2 * Batch.MOST;

    private final StageItems stage;
    private final Convoy<Target, Batch, List<Outcome>> staging;

    PutBatch(StageItems stage) {
        this.stage = stage;
        this.staging = new Convoy<>(MOST, batch -> Set.copyOf(batch.normalPaths()), this::put);
    }

    /** Outcomes in the order of the entries. */
    List<Outcome> put(Target target, Batch batch) {
        return staging.go(target, batch);
    }

    private List<List<Outcome>> put(Target target, List<Batch> lot) {
        List<Outcome> all = stage.stage(target.actor(), target.datasetId(), target.number(), Batch.joined(lot));
        List<List<Outcome>> each = new ArrayList<>();
        int from = 0;
        for (Batch batch : lot) {
            int to = from + batch.items().size();
            each.add(all.subList(from, to));
            from = to;
        }
        return each;
    }
}
