package dev.kontor.draft;

import static dev.kontor.web.Refusal.BAD_PATH;
import static dev.kontor.web.Refusal.NOT_FOUND;
import static dev.kontor.web.Refusal.PATH_TAKEN;
import static dev.kontor.web.Refusal.TOO_LARGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.StagedItems.Found;
import dev.kontor.version.ItemPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a file or a whole folder of a draft another path, with its labels. Nothing is overwritten. */
@Component
class MoveItems {
    private static final int PAGE = 500;
    private static final int MOST = 100_000;

    private final Access access;
    private final Drafts drafts;
    private final Selections selections;
    private final StagedItems staged;
    private final DraftLog log;

    MoveItems(Access access, Drafts drafts, Selections selections, StagedItems staged, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.selections = selections;
        this.staged = staged;
        this.log = log;
    }

    /** From one path to another; both are folders if they end with a slash. */
    record Way(String from, String to) {
        /** Asked for only after the check, so that a wrong path tells outsiders nothing. */
        Way checked() {
            if (from.endsWith("/") != to.endsWith("/")) {
                throw BAD_PATH.on("to", "A folder moves to a folder, a file to a file; folders end with '/'.");
            }
            if (!folder()) {
                return new Way(new ItemPath(from).text(), new ItemPath(to).text());
            }
            String source = new ItemPath(from.substring(0, from.length() - 1)).text() + "/";
            String target = new ItemPath(to.substring(0, to.length() - 1)).text() + "/";
            if (target.startsWith(source)) {
                throw BAD_PATH.on("to", "A folder is not moved into itself.");
            }
            return new Way(source, target);
        }

        boolean folder() {
            return from.endsWith("/");
        }

        Selection selection() {
            return folder() ? new Selection(List.of(), List.of(from)) : new Selection(List.of(from), List.of());
        }

        String of(String path) {
            return new ItemPath(to + path.substring(from.length())).text();
        }
    }

    /** How many moved. */
    @Transactional
    public int move(Actor actor, UUID datasetId, long number, Way wanted) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        Way way = wanted.checked();
        long count = selections.count(work, way.selection(), MOST + 1);
        if (count == 0) {
            throw NOT_FOUND.refused();
        }
        if (count > MOST) {
            throw TOO_LARGE.on("from", "100,000 items at once");
        }
        int moved = 0;
        String after = null;
        for (List<String> paths; !(paths = selections.next(work, way.selection(), after, PAGE)).isEmpty(); ) {
            move(work, way, paths);
            moved += paths.size();
            after = paths.getLast();
        }
        log.changed(work, moved, moved);
        return moved;
    }

    private void move(Work work, Way way, List<String> paths) {
        Found from = staged.find(work, paths);
        Found to = staged.find(work, paths.stream().map(way::of).toList());
        from.annots().forEach(to.annots()::putIfAbsent);
        Map<String, Plan> gone = new LinkedHashMap<>();
        Map<String, Plan> come = new LinkedHashMap<>();
        for (String path : paths) {
            String target = way.of(path);
            if (to.at(target).shown() != null) {
                throw PATH_TAKEN.on("to", target);
            }
            gone.put(path, Plan.of(from.at(path), null));
            come.put(target, Plan.of(to.at(target), from.at(path).shown()));
        }
        staged.carryOut(work, gone, from);
        staged.carryOut(work, come, to);
    }
}
