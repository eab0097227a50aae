package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.storage.Digest;
import dev.kontor.storage.Received;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts files into a draft that come from elsewhere than its people: some hundred in each transaction. */
@Component
public class PutFiles {
    private final StageItems stage;
    private final Access access;
    private final Drafts drafts;
    private final StagedItems staged;

    PutFiles(StageItems stage, Access access, Drafts drafts, StagedItems staged) {
        this.stage = stage;
        this.access = access;
        this.drafts = drafts;
        this.staged = staged;
    }

    /** A file whose bytes are settled in the store, and where it goes. */
    public record File(String path, Received received) {}

    /**
     * What became of one.
     *
     * @param code why it was refused; null where it was not
     */
    public record Told(
            String path,
            boolean changed,
            @Nullable String code,
            @Nullable String detail) {}

    /** Asked before bytes are fetched; asked again by {@link #put}. */
    public void mayPut(Actor actor, UUID datasetId, long number) {
        stage.mayStage(actor, datasetId, number, 0);
    }

    /** What the draft shows at those paths; nothing of those where nothing is. */
    @Transactional
    public Map<String, Digest> digests(Actor actor, UUID datasetId, long number, Collection<String> paths) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        StagedItems.Found found = staged.find(drafts.take(grant, number), paths);
        Map<String, Digest> digests = new HashMap<>();
        for (String path : paths) {
            Value shown = found.at(path).shown();
            if (shown != null) {
                digests.put(path, shown.digest());
            }
        }
        return digests;
    }

    /** In the order of the files. */
    @Transactional
    public List<Told> put(Actor actor, UUID datasetId, long number, List<File> files) {
        List<Batch.One> items = files.stream()
                .map(file -> new Batch.One(Entry.of(file.path(), file.received().digest()), Optional.empty()))
                .toList();
        Batch batch = new Batch(items, files.stream().map(File::received).toList());
        return stage.stage(actor, datasetId, number, batch).stream()
                .map(outcome -> new Told(
                        outcome.path(), outcome.outcome() == Outcome.Kind.STAGED, outcome.code(), outcome.detail()))
                .toList();
    }
}
