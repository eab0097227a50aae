package dev.kontor.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.web.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch.
 *
 * @param unknown categories and attributes that the catalog does not declare; they were accepted
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(
        String path,
        Kind outcome,
        @Nullable String code,
        @Nullable String detail,
        List<String> unknown) {
    public enum Kind {
        STAGED,
        UNCHANGED,
        /** its bytes must be sent */
        UNKNOWN_CONTENT,
        REFUSED
    }

    static Outcome of(String path, Kind kind, List<String> unknown) {
        return new Outcome(path, kind, null, null, unknown);
    }

    static Outcome refused(String path, Refused refused) {
        return new Outcome(path, Kind.REFUSED, refused.refusal().code(), refused.detail(), List.of());
    }
}
