package dev.kontor.version;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.kontor.picture.Picture;
import dev.kontor.web.IfMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is at a version, branch or draft.
 *
 * @param digest SHA-256 of its bytes
 * @param labels by type, as in the catalog; coordinates are pixels of the stored picture
 * @param thumbnail whether there is one, unless the picture is broken
 * @param picture its size as stored, and its orientation
 */
public record Item(
        String path,
        String digest,
        long size,
        String mediaType,

        @Schema(ref = "#/components/schemas/Labels") @JsonRawValue @Nullable
        String labels,

        @Schema(ref = "#/components/schemas/Metadata") @JsonRawValue @Nullable
        String metadata,

        boolean thumbnail,
        @Nullable Picture picture) {
    /** The same wherever bytes, labels and metadata are the same: on a version, its draft, another branch. */
    public String revision() {
        return IfMatch.revisionOf(digest + '\n' + labels + '\n' + metadata);
    }
}
