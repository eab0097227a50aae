package dev.kontor.draft;

import static dev.kontor.web.Refusal.TOO_LARGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.StagedItems.Found;
import dev.kontor.label.Catalog;
import dev.kontor.label.Json;
import dev.kontor.label.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes labels and metadata of many items of a draft alike. */
@Component
class EditItems {
    private static final int PAGE = 500;
    private static final int MOST = 100_000;

    private final Access access;
    private final Drafts drafts;
    private final Selections selections;
    private final StagedItems staged;
    private final DraftLog log;

    EditItems(Access access, Drafts drafts, Selections selections, StagedItems staged, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.selections = selections;
        this.staged = staged;
        this.log = log;
    }

    /** @param unknown what the catalog does not know of the labels: accepted */
    record Edited(int items, List<String> unknown) {}

    @Transactional
    public Edited edit(Actor actor, UUID datasetId, long number, Selection selection, LabelEdit edit) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        if (selections.count(work, selection, MOST + 1) > MOST) {
            throw TOO_LARGE.on("paths", "100,000 items at once");
        }
        Catalog catalog = drafts.catalog(work).map(Catalog::kept).orElse(Catalog.EMPTY);
        TreeSet<String> unknown = new TreeSet<>();
        int edited = 0;
        String after = null;
        for (List<String> paths; !(paths = selections.next(work, selection, after, PAGE)).isEmpty(); ) {
            Found found = staged.find(work, paths);
            Map<String, Plan> plans = new LinkedHashMap<>();
            for (String path : paths) {
                Plan plan = plan(found, path, edit, catalog, unknown);
                if (!plan.nothing()) {
                    plans.put(path, plan);
                }
            }
            staged.carryOut(work, plans, found);
            edited += plans.size();
            after = paths.getLast();
        }
        log.changed(work, edited, 0);
        return new Edited(edited, List.copyOf(unknown));
    }

    private static Plan plan(Found found, String path, LabelEdit edit, Catalog catalog, TreeSet<String> unknown) {
        Plan.Current current = found.at(path);
        Value before = current.shown();
        if (before == null) {
            return Plan.NOTHING;
        }
        Value after = edit.applied(before);
        if (after.labels() != null) {
            unknown.addAll(Labels.check(after.labels(), catalog));
        }
        if (after.metadata() != null) {
            Json.metadata(after.metadata());
        }
        return Plan.of(current, after);
    }
}
