package dev.kontor.collaborator;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.invitation.ProjectAccess;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** K-09: full access, or projects granted and withdrawn; those that the editor does not see stay as they are. */
@Schema(oneOf = {ProjectAccess.Full.class, ProjectAccessChange.Some.class})
record ProjectAccessChange(boolean full, Set<UUID> grant, Set<UUID> withdraw) {
    /** Its shape where it is not full. */
    record Some(@Nullable List<UUID> grant, @Nullable List<UUID> withdraw) {}

    ProjectAccessChange {
        grant = Set.copyOf(grant);
        withdraw = Set.copyOf(withdraw);
    }

    /** The text {@code "FULL"}, or an object with the lists {@code grant} and {@code withdraw}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ProjectAccessChange of(Object json) {
        if ("FULL".equals(json)) {
            return new ProjectAccessChange(true, Set.of(), Set.of());
        }
        if (json instanceof Map<?, ?> map && Set.of("grant", "withdraw").containsAll(map.keySet())) {
            return new ProjectAccessChange(false, list(map.get("grant")), list(map.get("withdraw")));
        }
        throw Refusal.UNACCEPTABLE.refused("Project access is \"FULL\" or lists of ids to grant and to withdraw.");
    }

    /** full access is left as it is or limited, and limited access gains nothing. */
    boolean onlyNarrows(boolean fullBefore) {
        return full ? fullBefore : fullBefore || grant.isEmpty();
    }

    private static Set<UUID> list(@Nullable Object ids) {
        return switch (ids) {
            case null -> Set.of();
            case List<?> list -> ProjectAccess.ids(list);
            default -> throw Refusal.UNACCEPTABLE.refused("Projects are granted and withdrawn as lists of ids.");
        };
    }
}
