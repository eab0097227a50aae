package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes files and whole folders out of a draft. */
@Component
class RemoveItems {
    private final Access access;
    private final Drafts drafts;
    private final Selections selections;
    private final DraftLog log;

    RemoveItems(Access access, Drafts drafts, Selections selections, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.selections = selections;
        this.log = log;
    }

    /** How many went; what is not there is no mistake. */
    @Transactional
    public int remove(Actor actor, UUID datasetId, long number, Selection selection) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        int removed = selections.remove(work, selection);
        log.changed(work, 0, removed);
        return removed;
    }
}
