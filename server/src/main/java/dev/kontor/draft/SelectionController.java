package dev.kontor.draft;

import dev.kontor.access.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done with many items of a draft at once; a folder stands for all that is in it. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/drafts/{number}")
class SelectionController {
    private final RemoveItems remove;
    private final MoveItems move;
    private final EditItems edit;

    SelectionController(RemoveItems remove, MoveItems move, EditItems edit) {
        this.remove = remove;
        this.move = move;
        this.edit = edit;
    }

    /** Up to 1,000 paths and folders. */
    record Selected(@Nullable List<String> paths, @Nullable List<String> folders) {}

    record EditWanted(
            @Nullable List<String> paths, @Nullable List<String> folders, LabelEdit edit) {}

    record Done(int items) {}

    /** Takes them out of the draft; versions keep them. */
    @PostMapping("/removals")
    Done remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody Selected selected) {
        return new Done(remove.remove(actor, datasetId, number, Selection.of(selected.paths(), selected.folders())));
    }

    /** A file, or a folder (both with a slash at the end); 409 where something is there already. */
    @PostMapping("/moves")
    Done move(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody MoveItems.Way way) {
        return new Done(move.move(actor, datasetId, number, way));
    }

    /** Labels and metadata of up to 100,000 items; what is not named stays. */
    @PostMapping("/edits")
    EditItems.Edited edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody EditWanted wanted) {
        return edit.edit(actor, datasetId, number, Selection.of(wanted.paths(), wanted.folders()), wanted.edit());
    }
}
