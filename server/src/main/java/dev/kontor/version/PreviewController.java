package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.version.Ref.OfName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What a previewer sees of a dataset: the first 12 items of the newest version as thumbnails, and figures. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/preview")
class PreviewController {
    private static final int SHOWN = 12;

    private final Spots spots;
    private final Items items;
    private final Versions versions;
    private final ItemController pictures;

    PreviewController(Spots spots, Items items, Versions versions, ItemController pictures) {
        this.spots = spots;
        this.items = items;
        this.versions = versions;
        this.pictures = pictures;
    }

    /** Of an item only what may be shown: no digest, no labels. */
    record Glimpse(String path, long size, String mediaType, boolean thumbnail) {}

    /**
     * @param statistics {@code {"labels": {"BOX2D": {"cat": 3}}, "attributes": {"BOX2D": {"indoor": {"true": 2}}},
     *     "mediaTypes": {"image/png": 12}}}
     */
    record Preview(
            List<Glimpse> items,

            @Schema(ref = "#/components/schemas/Catalog") @JsonRawValue
            String catalog,

            @Schema(ref = "#/components/schemas/Statistics") @JsonRawValue
            String statistics) {}

    @GetMapping
    Preview get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        Spot spot = newest(actor, datasetId);
        List<Glimpse> glimpses = items.first(spot, SHOWN).stream()
                .map(item -> new Glimpse(item.path(), item.size(), item.mediaType(), item.thumbnail()))
                .toList();
        String statistics = spot.versionId() == null ? "{}" : versions.statistics(spot.grant(), spot.versionId());
        return new Preview(glimpses, spot.catalog().orElse("{}"), statistics);
    }

    /** Of those items only. */
    @GetMapping("/thumbnail")
    @Nullable
    ResponseEntity<byte[]> thumbnail(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "256") int size,
            WebRequest request) {
        Spot spot = newest(actor, datasetId);
        String wanted = new ItemPath(path).text();
        Item shown = items.first(spot, SHOWN).stream()
                .filter(item -> item.path().equals(wanted))
                .findFirst()
                .orElseThrow(NOT_FOUND::refused);
        return pictures.thumbnail(shown, size, request);
    }

    private Spot newest(Actor actor, UUID datasetId) {
        return spots.find(actor, DatasetPermission.DATASET_PREVIEW, datasetId, new OfName(Ref.MAIN));
    }
}
