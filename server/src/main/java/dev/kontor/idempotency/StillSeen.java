package dev.kontor.idempotency;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whether somebody still sees what the route of their request names. An answer that was kept is not given to people who
 * would find nothing there by now (section 10: revocation takes effect with the next request).
 */
@Component
class StillSeen {
    private static final Pattern PLACE = Pattern.compile(
            "/api/v1/(organizations|workspaces|projects|datasets)/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/.*)?");

    private final Access access;

    StillSeen(Access access) {
        this.access = access;
    }

    void check(Actor actor, String path) {
        Matcher place = PLACE.matcher(path);
        if (!place.matches()) {
            return;
        }
        try {
            require(actor, place.group(1), UUID.fromString(place.group(2)));
        } catch (Refused refused) {
            // what it may do there was asked when the request was done
            if (refused.refusal() == Refusal.NOT_FOUND) {
                throw refused;
            }
        }
    }

    private void require(Actor actor, String noun, UUID id) {
        switch (noun) {
            case "organizations" -> access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, id);
            case "workspaces" -> access.require(actor, WorkspacePermission.WORKSPACE_VIEW, id);
            case "projects" -> access.require(actor, ProjectPermission.PROJECT_VIEW, id);
            default -> access.require(actor, DatasetPermission.DATASET_PREVIEW, id);
        }
    }
}
