package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.branch.RefName;
import dev.kontor.dataset.Writable;
import dev.kontor.usage.CheckQuota;
import dev.kontor.version.Ref;
import dev.kontor.version.Spot;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the draft of a new dataset with items of versions, page by page: narrow rows only, never contents. Labels are
 * shared inside of a workspace and copied from another one.
 */
@Component
public class FillDraft {
    private final Access access;
    private final OpenDraft open;
    private final Drafts drafts;
    private final CommitDraft commit;
    private final Fillings fillings;
    private final CheckQuota quota;

    FillDraft(Access access, OpenDraft open, Drafts drafts, CommitDraft commit, Fillings fillings, CheckQuota quota) {
        this.access = access;
        this.open = open;
        this.drafts = drafts;
        this.commit = commit;
        this.fillings = fillings;
        this.quota = quota;
    }

    /** What happens where a path is there already. */
    public enum Conflicts {
        ABORT,
        KEEP_FIRST,
        KEEP_LAST
    }

    /** How many items one page looks at, and how many of them come along: those are written, while others wait. */
    public record Most(int lookedAt, int taken) {}

    /**
     * Items of a version, from somewhere on.
     *
     * @param after the path before them; null: from the beginning
     * @param looked how many items of the version lie before them
     */
    public record Stretch(Spot spot, @Nullable String after, long looked, Most most) {}

    /**
     * A page of items that were looked at.
     *
     * @param last the path of the last one; null where they went to the end
     * @param taken how many came along
     * @param conflict the first path that was there already
     */
    public record Page(long looked, @Nullable String last, long taken, Optional<String> conflict) {}

    /** Opens the draft, which declares those labels; returns its number. */
    @Transactional
    public long begin(Actor actor, UUID datasetId, String catalog) {
        long number = open.open(actor, datasetId, Ref.MAIN).draft().number();
        drafts.setCatalog(take(actor, datasetId, number), catalog);
        return number;
    }

    /**
     * The items of a stretch, those that fit.
     *
     * @param fits about {@link dev.kontor.version.Overlay#I} and ANNOT
     */
    @Transactional
    public Page fill(Actor actor, UUID datasetId, long number, Stretch from, Condition fits, Conflicts conflicts) {
        Work work = take(actor, datasetId, number);
        Page page = fillings.fill(work, from, fits, conflicts);
        quota.grown(work.grant());
        return page;
    }

    @Transactional
    public void commit(Actor actor, UUID datasetId, long number, String message) {
        commit.commit(actor, datasetId, number, new CommitDraft.Wanted(message, (RefName) null));
    }

    private Work take(Actor actor, UUID datasetId, long number) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        return drafts.take(grant, number);
    }
}
