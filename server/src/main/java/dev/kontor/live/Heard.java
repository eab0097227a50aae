package dev.kontor.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database tells every node of an event in the log, or of a notification: what kind, where, who, what. */
record Heard(
        String kind,
        @Nullable UUID workspace,
        @Nullable UUID organization,
        @Nullable UUID actor,
        @Nullable String object) {

    /** After these a session or key may let nobody in any more. */
    private static final Set<String> END_PASSES = Set.of(
            "user.signed-out",
            "user.session-ended",
            "user.password-changed",
            "user.password-reset",
            "user.locked",
            "user.removed",
            "key.deleted");

    static Heard read(String payload, JsonMapper json) {
        JsonNode node = json.readTree(payload);
        return new Heard(
                node.path("kind").asString(),
                id(node, "workspace"),
                id(node, "organization"),
                id(node, "actor"),
                node.path("object").asString(null));
    }

    /** {@code member} of {@code member.roles-changed}. */
    String scope() {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }

    boolean mayEndPasses() {
        return END_PASSES.contains(kind);
    }

    /** The user or organization that it was done to. */
    Optional<UUID> objectId() {
        try {
            return Optional.ofNullable(object).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable UUID id(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? null : UUID.fromString(text);
    }
}
