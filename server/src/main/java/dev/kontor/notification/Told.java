package dev.kontor.notification;

import static kontor.tables.Tables.NOTIFICATION;

import dev.kontor.access.Actor;
import dev.kontor.access.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notification as its reader gets it: the sentence, the page that shows more, and what can be done about it.
 *
 * @param outcome what became of what it asks for, once somebody did something about it
 */
record Told(
        UUID id,
        Instant at,
        NotificationKind kind,
        String text,
        String page,
        Person actor,
        @Nullable Place workspace,
        @Nullable String object,
        @Nullable String objectId,
        boolean read,
        @Nullable String outcome,
        List<Action> actions) {
    static final String SEEN = "seen";
    static final List<Field<?>> FIELDS = List.of(
            NOTIFICATION.ID,
            NOTIFICATION.AT,
            NOTIFICATION.KIND,
            NOTIFICATION.ACTOR_ID,
            NOTIFICATION.ACTOR_NAME,
            NOTIFICATION.ACTOR_ORGANIZATION_ID,
            NOTIFICATION.ACTOR_ORGANIZATION,
            NOTIFICATION.ORGANIZATION_ID,
            NOTIFICATION.WORKSPACE_ID,
            NOTIFICATION.WORKSPACE_NAME,
            NOTIFICATION.OBJECT_ID,
            NOTIFICATION.OBJECT_NAME,
            NOTIFICATION.WORDS,
            NOTIFICATION.READ_AT,
            NOTIFICATION.SETTLED_AT,
            NOTIFICATION.OUTCOME);
    private static final TypeReference<Map<String, Object>> WORDS = new TypeReference<>() {};

    record Place(UUID id, @Nullable String name) {}

    /**
     * Something that can be done about it, as the request that does it: which checks everything itself, and settles the
     * notification of everybody who was asked.
     */
    record Action(
            String name,
            String method,
            String path,
            @Nullable Map<String, Object> body) {}

    static Told of(Record row, Actor reader, JsonMapper json) {
        NotificationKind kind = NotificationKind.valueOf(row.get(NOTIFICATION.KIND));
        boolean seen = kind.addressed() || row.get(SEEN, Boolean.class);
        var organization = new Person.Organization(
                row.get(NOTIFICATION.ACTOR_ORGANIZATION_ID), row.get(NOTIFICATION.ACTOR_ORGANIZATION));
        var known = new Person.Known(
                row.get(NOTIFICATION.ACTOR_ID), row.get(NOTIFICATION.ACTOR_NAME), organization, Set.of());
        Person actor = Person.seenBy(reader, false, seen, known);
        Map<String, Object> words = words(row, json);
        words.put("actor", actor.name());
        UUID workspace = row.get(NOTIFICATION.WORKSPACE_ID);
        return new Told(
                row.get(NOTIFICATION.ID),
                row.get(NOTIFICATION.AT),
                kind,
                Sentences.of(kind, words),
                Sentences.page(kind, words),
                actor,
                workspace == null ? null : new Place(workspace, row.get(NOTIFICATION.WORKSPACE_NAME)),
                row.get(NOTIFICATION.OBJECT_NAME),
                row.get(NOTIFICATION.OBJECT_ID),
                row.get(NOTIFICATION.READ_AT) != null,
                row.get(NOTIFICATION.OUTCOME),
                row.get(NOTIFICATION.SETTLED_AT) == null ? actions(kind, row, reader, words) : List.of());
    }

    /** What a sentence may say; names that are missing are left out of it. */
    private static Map<String, Object> words(Record row, JsonMapper json) {
        Map<String, Object> words =
                new HashMap<>(json.readValue(row.get(NOTIFICATION.WORDS).data(), WORDS));
        words.put("actorOrganization", row.get(NOTIFICATION.ACTOR_ORGANIZATION));
        words.put("workspace", said(row.get(NOTIFICATION.WORKSPACE_NAME)));
        words.put("workspaceId", said(row.get(NOTIFICATION.WORKSPACE_ID)));
        words.put("object", said(row.get(NOTIFICATION.OBJECT_NAME)));
        words.put("objectId", said(row.get(NOTIFICATION.OBJECT_ID)));
        return words;
    }

    private static Object said(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static List<Action> decision(String about, Record row, @Nullable Map<String, Object> body) {
        String application = about + "/applications/" + row.get(NOTIFICATION.OBJECT_ID);
        return List.of(
                new Action("APPROVE", "POST", application + "/approval", body),
                new Action("REJECT", "POST", application + "/rejection", null));
    }

    private static List<Action> actions(NotificationKind kind, Record row, Actor reader, Map<String, Object> words) {
        String object = String.valueOf(row.get(NOTIFICATION.OBJECT_NAME));
        String invitation =
                "workspaces/" + row.get(NOTIFICATION.WORKSPACE_ID) + "/invitations/" + row.get(NOTIFICATION.OBJECT_ID);
        String opening = "datasets/" + row.get(NOTIFICATION.OBJECT_ID) + "/opening";
        return switch (kind) {
            case BRING_IN ->
                reader.administrator() && reader.organizationId().equals(row.get(NOTIFICATION.ORGANIZATION_ID))
                        ? List.of(new Action(
                                "INVITE",
                                "POST",
                                "organizations/" + reader.organizationId() + "/invitations",
                                Map.of("email", object)))
                        : List.of();
            case INVITATION_WAITING ->
                List.of(
                        new Action("RENEW", "POST", invitation + "/renewal", null),
                        new Action("REVOKE", "DELETE", invitation, null));
            case OPENING_ASKED ->
                List.of(
                        new Action("CONFIRM", "POST", opening + "/confirmation", null),
                        new Action("REJECT", "DELETE", opening, null));
            case LEVEL_ASKED -> decision("datasets/" + words.get("dataset"), row, null);
            case JOINING_ASKED ->
                decision("workspaces/" + row.get(NOTIFICATION.WORKSPACE_ID), row, Map.of("types", List.of()));
            case CHOOSING_ASKED -> decision("projects/" + words.get("project"), row, null);
            default -> List.of();
        };
    }
}
