package dev.kontor.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** K-08: an organization's access to projects: full (future ones too), or limited to these, possibly none. */
@Schema(oneOf = {ProjectAccess.Full.class, UUID[].class})
public record ProjectAccess(boolean full, Set<UUID> projects) {
    /** The text that stands for all projects. */
    public enum Full {
        FULL
    }

    private static final int MOST = 10_000;

    public ProjectAccess {
        projects = Set.copyOf(projects);
    }

    /** The text {@code "FULL"}, or a list of ids. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProjectAccess of(Object json) {
        return switch (json) {
            case String text when text.equals("FULL") -> new ProjectAccess(true, Set.of());
            case List<?> ids -> new ProjectAccess(false, ids(ids));
            default -> throw Refusal.UNACCEPTABLE.refused("Project access is \"FULL\" or a list of project ids.");
        };
    }

    public static Set<UUID> ids(List<?> ids) {
        if (ids.size() > MOST) {
            throw Refusal.TOO_LARGE.refused(MOST + " projects");
        }
        Set<UUID> projects = new HashSet<>();
        for (Object id : new ArrayList<Object>(ids)) {
            try {
                projects.add(UUID.fromString(String.valueOf(id)));
            } catch (IllegalArgumentException e) {
                throw Refusal.WRONG_TYPE.refused("This is no project id: " + id);
            }
        }
        return projects;
    }
}
