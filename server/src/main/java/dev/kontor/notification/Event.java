package dev.kontor.notification;

import dev.kontor.audit.AuditKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event of the log, as notifications are made of it. */
record Event(
        UUID id,
        Instant at,
        AuditKind kind,
        UUID actorId,
        @Nullable UUID organizationId,
        @Nullable UUID workspaceId,
        @Nullable String workspaceName,
        @Nullable UUID workspaceOrganizationId,
        String objectKind,
        @Nullable String objectId,
        @Nullable String objectName,
        JsonNode detail) {

    UUID object() {
        return UUID.fromString(String.valueOf(objectId));
    }

    UUID workspace() {
        return present(workspaceId);
    }

    UUID house() {
        return present(workspaceOrganizationId);
    }

    /** A person or thing that the particulars name by id. */
    UUID id(String particular) {
        return UUID.fromString(detail.path(particular).asString());
    }

    String text(String particular) {
        return detail.path(particular).asString();
    }

    /** The texts of a list among the particulars. */
    List<String> texts(String particular) {
        return detail.path(particular).valueStream().map(JsonNode::asString).toList();
    }

    private UUID present(@Nullable UUID id) {
        if (id == null) {
            throw new IllegalStateException(kind + " happened in no workspace");
        }
        return id;
    }
}
