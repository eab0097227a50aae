package dev.kontor.version;

import dev.kontor.access.Actor;
import dev.kontor.version.Diffs.Between;
import dev.kontor.version.Diffs.Counts;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How two states of a dataset differ, also of different branches. Each is named like a version; without {@code from} it
 * is the version before, without {@code to} the newest of the main branch.
 */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/diff")
class DiffController {
    private final Spots spots;
    private final Diffs diffs;

    DiffController(Spots spots, Diffs diffs) {
        this.spots = spots;
        this.diffs = diffs;
    }

    /**
     * @param from its number; 0 where nothing was before
     * @param contents how many of the changed have other bytes
     * @param labels how many of the changed have other labels or metadata
     * @param bytes by so many the items grew
     */
    record Summary(
            long from, long to, long added, long changed, long removed, long contents, long labels, long bytes) {}

    /** In the order of paths; {@code change} asks for one kind only. */
    @GetMapping
    Page<Difference> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = Ref.LATEST) String to,
            @RequestParam(required = false) Difference.@Nullable Kind change,
            Listing listing) {
        return diffs.list(between(actor, datasetId, from, to), change, listing);
    }

    @GetMapping("/counts")
    Summary counts(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = Ref.LATEST) String to) {
        Between two = between(actor, datasetId, from, to);
        Counts all = diffs.counts(two);
        return new Summary(
                two.from().number(),
                two.to().number(),
                all.added(),
                all.changed(),
                all.removed(),
                all.contents(),
                all.labels(),
                all.bytes());
    }

    private Between between(Actor actor, UUID datasetId, @Nullable String from, String to) {
        Spot after = spots.find(actor, datasetId, to);
        return new Between(from == null ? spots.before(after) : spots.find(actor, datasetId, from), after);
    }
}
