package dev.kontor.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did: names and ids, never contents. */
public record AuditEvent(
        AuditKind kind,
        @Nullable UUID organizationId,
        @Nullable UUID workspaceId,
        String objectKind,
        @Nullable String objectId,
        @Nullable String objectName,
        Map<String, Object> detail) {
    public AuditEvent {
        detail = Map.copyOf(detail);
    }

    public static AuditEvent inWorkspace(
            UUID workspaceId, AuditKind kind, String objectKind, @Nullable UUID id, @Nullable String name) {
        return new AuditEvent(kind, null, workspaceId, objectKind, id == null ? null : id.toString(), name, Map.of());
    }

    public static AuditEvent inOrganization(
            UUID organizationId, AuditKind kind, String objectKind, @Nullable UUID id, @Nullable String name) {
        return new AuditEvent(
                kind, organizationId, null, objectKind, id == null ? null : id.toString(), name, Map.of());
    }

    public AuditEvent with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(detail);
        more.put(key, value);
        return new AuditEvent(kind, organizationId, workspaceId, objectKind, objectId, objectName, more);
    }
}
