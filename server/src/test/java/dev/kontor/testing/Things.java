package dev.kontor.testing;

import static kontor.tables.Tables.SESSION;

import dev.kontor.testing.Routes.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** One real thing of Acme's for every variable in a path, and an acceptable body for every route that takes one. */
public final class Things {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Pattern OF_A_FILE = Pattern.compile("/(item|content|thumbnail)$");
    private static final String PICTURE = "front/one.png";

    private static final Set<String> BODILESS = Set.of(
            "POST organizations/{organizationId}/code",
            "POST organizations/{organizationId}/users/{userId}/password-reset",
            "POST workspaces/{workspaceId}/invitations/{id}/renewal",
            "POST me/notifications/read",
            "POST me/notifications/{id}/read",
            "POST projects/{projectId}/restoration",
            "POST workspaces/{workspaceId}/restoration",
            "PUT datasets/{datasetId}/opening",
            "POST datasets/{datasetId}/applications/{id}/approval",
            "POST datasets/{datasetId}/applications/{id}/rejection",
            "POST projects/{projectId}/applications/{id}/approval",
            "POST projects/{projectId}/applications/{id}/rejection",
            "POST workspaces/{workspaceId}/applications/{id}/rejection",
            "POST datasets/{datasetId}/opening/confirmation",
            "PUT projects/{projectId}/members/{userId}");

    private final Cast cast;
    private final Map<String, Object> things;
    private final Map<String, Object> bodies;

    public Things(Cast cast) {
        this.cast = cast;
        UUID key = cast.ada.post("me/access-keys", Map.of("name", "Ada's")).ok().id();
        UUID session = cast.stage
                .sql()
                .select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.USER_ID.eq(cast.ada.id()))
                .fetchSingle(SESSION.ID);
        UUID colleague = cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", cast.stage.address("Newcomer")))
                .ok()
                .id();
        cast.ada.post(cast.at("members"), members()).ok();
        UUID invitation = cast.ada
                .get(cast.at("invitations"))
                .items()
                .getFirst()
                .at("/id")
                .asString("")
                .transform(UUID::fromString);
        UUID addition = cast.ada
                .post(cast.at("members/additions"), Map.of("organizationId", cast.labelPartners))
                .ok()
                .id();
        UUID dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Streets at night"))
                .ok()
                .id();
        commit(dataset);
        long draft = draft(dataset);
        cast.pia
                .post("datasets/" + dataset + "/branches", Map.of("name", "night"))
                .ok();
        cast.pia
                .post("datasets/" + dataset + "/tags", Map.of("name", "delivered", "version", "main"))
                .ok();
        UUID derivation = cast.pia
                .post("projects/" + cast.streets + "/derivations", derivation(dataset, "Streets again"))
                .ok()
                .id();
        UUID read = cast.pia
                .post("datasets/" + dataset + "/drafts/" + draft + "/imports?format=JSON_LINES", Map.of())
                .ok()
                .id();
        UUID document = cast.pia
                .post("projects/" + cast.streets + "/documents", Map.of("name", "Rules", "url", "https://example.org"))
                .ok()
                .id();
        UUID notification = cast.stage.eventually(() -> cast.mo.get("me/notifications").ok().items().stream()
                .map(item -> UUID.fromString(item.at("/id").asString("")))
                .findFirst());
        Answer made = cast.pia
                .post("datasets/" + dataset + "/links", Map.of("level", "USER"))
                .ok();
        UUID link = made.id();
        Client applicant = cast.stage.stranger("Applicant");
        applicant
                .post("dataset-links/" + Cast.token(made.at("/link")) + "/application", Map.of())
                .ok();
        UUID application = UUID.fromString(
                applicant.get("me/applications").ok().items("/id").getFirst());
        TestStore store = TestStore.shared();
        Map<String, Object> outside = store.credentials(store.port(), "nothing/");
        cast.pia.put("datasets/" + dataset + "/authentication-info", outside).ok();
        UUID bucketImport = cast.pia
                .post("datasets/" + dataset + "/drafts/" + draft + "/bucket-imports", Map.of())
                .ok()
                .id();
        UUID reservation = cast.pia
                .post("datasets/" + dataset + "/inference-reservations", Map.of("files", 1))
                .ok()
                .id();
        things = Map.ofEntries(
                Map.entry("reservationId", reservation),
                Map.entry("importId", bucketImport),
                Map.entry("documentId", document),
                Map.entry("derivationId", derivation),
                Map.entry("imports/{importId}", read),
                Map.entry("notifications/{id}", notification),
                Map.entry("kind", "BRING_IN"),
                Map.entry("datasetId", dataset),
                Map.entry("number", draft),
                Map.entry("ref", "main"),
                Map.entry("branch", "night"),
                Map.entry("tag", "delivered"),
                Map.entry("workspaceId", cast.workspace),
                Map.entry("userId", cast.mo.id()),
                Map.entry("seerId", cast.labelPartners),
                Map.entry("projectId", cast.streets),
                Map.entry("organizations/{organizationId}", cast.acme),
                Map.entry("collaborators/{organizationId}", cast.labelPartners),
                Map.entry("access-keys/{id}", key),
                Map.entry("sessions/{id}", session),
                Map.entry("organizations/{organizationId}/invitations/{id}", colleague),
                Map.entry("workspaces/{workspaceId}/invitations/{id}", invitation),
                Map.entry("additions/{id}", addition),
                Map.entry("links/{id}", link),
                Map.entry("applications/{id}", application),
                Map.entry("token", "there-is-no-such-token"));
        bodies = Map.ofEntries(
                Map.entry("PUT datasets/{datasetId}/authentication-info", outside),
                Map.entry("POST datasets/{datasetId}/drafts/{number}/bucket-imports", Map.of()),
                Map.entry("POST datasets/{datasetId}/inference-reservations", Map.of("files", 1)),
                Map.entry("PATCH datasets/{datasetId}/inference-reservations/{reservationId}", Map.of("inferred", 1)),
                Map.entry(
                        "POST datasets/{datasetId}/inference-reservations/{reservationId}/settlement",
                        Map.of("inferred", 1)),
                Map.entry("PUT me/notification-preferences/{kind}", Map.of("mail", true)),
                Map.entry("POST projects/{projectId}/datasets", Map.of("name", "Taken over")),
                Map.entry(
                        "POST projects/{projectId}/documents",
                        Map.of("name", "Taken over", "url", "https://example.org")),
                Map.entry("PUT projects/{projectId}/documents/file", Map.of()),
                Map.entry("PATCH projects/{projectId}/documents/{documentId}", Map.of("name", "Taken over")),
                Map.entry("PATCH datasets/{datasetId}", Map.of("name", "Taken over")),
                Map.entry("PUT datasets/{datasetId}/members/{userId}", Map.of("level", "ADMIN")),
                Map.entry("POST datasets/{datasetId}/links", Map.of("level", "USER")),
                Map.entry(
                        "POST datasets/{datasetId}/invitations",
                        Map.of("users", List.of(cast.ann.id()), "level", "USER")),
                Map.entry(
                        "POST workspaces/{workspaceId}/applications/{id}/approval",
                        Map.of("types", List.of("DATA_PARTNER"))),
                Map.entry("PUT datasets/{datasetId}/ownership", Map.of("userId", cast.mo.id())),
                Map.entry("POST datasets/{datasetId}/drafts", Map.of()),
                Map.entry(
                        "POST datasets/{datasetId}/drafts/{number}/known", Map.of("digests", List.of("0".repeat(64)))),
                Map.entry("POST datasets/{datasetId}/drafts/{number}/items", Map.of("items", List.of())),
                Map.entry("PUT datasets/{datasetId}/drafts/{number}/item", Map.of()),
                Map.entry("PATCH datasets/{datasetId}/drafts/{number}/item", Map.of("labels", Map.of())),
                Map.entry("PUT datasets/{datasetId}/drafts/{number}/catalog", Map.of()),
                Map.entry("POST datasets/{datasetId}/drafts/{number}/commit", Map.of("message", "Taken over")),
                Map.entry(
                        "POST datasets/{datasetId}/drafts/{number}/removals",
                        Map.of("paths", List.of("front/one.png"))),
                Map.entry("POST datasets/{datasetId}/drafts/{number}/moves", Map.of("from", "front/", "to", "back/")),
                Map.entry(
                        "POST datasets/{datasetId}/drafts/{number}/edits",
                        Map.of("folders", List.of(""), "edit", Map.of("clearLabels", List.of("BOX2D")))),
                Map.entry("PUT datasets/{datasetId}/drafts/{number}/archive", Map.of()),
                Map.entry("POST datasets/{datasetId}/drafts/{number}/imports", Map.of()),
                Map.entry("POST datasets/{datasetId}/branches", Map.of("name", "another")),
                Map.entry("PATCH datasets/{datasetId}/branches/{branch}", Map.of("name", "taken-over")),
                Map.entry("POST datasets/{datasetId}/branches/{branch}/switch", Map.of("version", "main")),
                Map.entry("POST datasets/{datasetId}/tags", Map.of("name", "another", "version", "main")),
                Map.entry("POST datasets/{datasetId}/versions/{ref}/matches", Map.of()),
                Map.entry("POST projects/{projectId}/derivations", derivation(dataset, "Taken over")),
                Map.entry("PATCH me", Map.of()),
                Map.entry("PUT me/password", Map.of("current", "an old password", "password", "a new password")),
                Map.entry("POST me/access-keys", Map.of("name", "Another")),
                Map.entry(
                        "POST organizations/{organizationId}/invitations",
                        Map.of("email", cast.stage.address("Newcomer"))),
                Map.entry("PUT organizations/{organizationId}/auto-invite", Map.of("allowed", false)),
                Map.entry("PATCH organizations/{organizationId}", Map.of("name", "Taken over")),
                Map.entry("PATCH organizations/{organizationId}/users/{userId}", Map.of("locked", true)),
                Map.entry("POST organizations/{organizationId}/users/{userId}/removal", Map.of()),
                Map.entry(
                        "PUT organizations/{organizationId}/workspaces/{workspaceId}/owner",
                        Map.of("userId", cast.ada.id())),
                Map.entry("POST organizations/{organizationId}/workforce-access", Map.of("code", "0".repeat(24))),
                Map.entry("POST workspaces", Map.of("name", "Another")),
                Map.entry("PATCH workspaces/{workspaceId}", Map.of("name", "Taken over")),
                Map.entry("PUT workspaces/{workspaceId}/logo", Map.of()),
                Map.entry("PUT workspaces/{workspaceId}/plan", Map.of("plan", "ENTERPRISE")),
                Map.entry(
                        "PUT workspaces/{workspaceId}/ownership",
                        Map.of("userId", cast.mo.id(), "password", Stage.PASSWORD)),
                Map.entry("POST workspaces/{workspaceId}/members", members()),
                Map.entry("POST workspaces/{workspaceId}/members/addresses", Map.of("text", "ann@example.org")),
                Map.entry(
                        "POST workspaces/{workspaceId}/members/additions",
                        Map.of("organizationId", cast.labelPartners)),
                Map.entry("PATCH workspaces/{workspaceId}/members/{userId}", Map.of("roles", List.of("ADMIN"))),
                Map.entry("POST workspaces/{workspaceId}/collaborators", collaborator()),
                Map.entry("PATCH workspaces/{workspaceId}/collaborators/{organizationId}", Map.of("autoInvite", true)),
                Map.entry("POST workspaces/{workspaceId}/projects", Map.of("name", "Another")),
                Map.entry("POST projects/{projectId}/members", Map.of("users", List.of(cast.ann.id()))),
                Map.entry("PATCH projects/{projectId}", Map.of("name", "Taken over")));
    }

    public Cast cast() {
        return cast;
    }

    /** A dataset of Pia's in Streets, with a version and an open draft. */
    public UUID dataset() {
        return (UUID) thing("datasetId", "datasetId");
    }

    private static Map<String, Object> derivation(UUID dataset, String name) {
        return Map.of("name", name, "sources", List.of(Map.of("datasetId", dataset, "version", "main")));
    }

    private long draft(UUID dataset) {
        return cast.pia
                .post("datasets/" + dataset + "/drafts", Map.of())
                .ok()
                .json()
                .get("number")
                .longValue();
    }

    private void commit(UUID dataset) {
        String draft = "datasets/" + dataset + "/drafts/" + draft(dataset);
        new Upload().file(PICTURE, png()).to(cast.pia, draft).ok();
        cast.pia.post(draft + "/commit", Map.of("message", "First")).ok();
    }

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private Map<String, Object> members() {
        return Map.of("emails", List.of(cast.stage.address("Newcomer")), "roles", List.of());
    }

    private Map<String, Object> collaborator() {
        return Map.of(
                "types", List.of("DATA_PARTNER"), "email", cast.stage.address("Newcomer"), "projectAccess", List.of());
    }

    /** What must not show to people who have nothing to do with it. */
    public Set<UUID> ids() {
        return Set.of(cast.acme, cast.workspace, cast.mo.id(), cast.ada.id(), cast.streets, cast.labelPartners);
    }

    /** What is in Acme's workspace, and in nobody's own organization. */
    public Set<UUID> inTheWorkspace() {
        return Set.of(cast.workspace, cast.streets, cast.crossings, dataset());
    }

    public Answer send(Client client, Route route) {
        String query = route.reading() && OF_A_FILE.matcher(route.path()).find() ? "?path=" + PICTURE : "";
        return client.send(route.method(), path(route) + query, body(route), Map.of());
    }

    private String path(Route route) {
        String path = route.path();
        return VARIABLE.matcher(path)
                .replaceAll(match -> String.valueOf(thing(path.substring(0, match.end()), match.group(1))));
    }

    /** The longest end of the path that is known wins: an id is another one below another noun. */
    private Object thing(String upToHere, String variable) {
        for (String end = upToHere; ; end = end.substring(end.indexOf('/') + 1)) {
            Object thing = things.get(end);
            if (thing != null) return thing;
            if (end.indexOf('/') < 0) break;
        }
        return Objects.requireNonNull(things.get(variable), () -> "Things knows nothing for " + upToHere);
    }

    /** Whether there is a body for it: there is none for what is done before one is signed in. */
    public boolean knows(Route route) {
        return bodiless(route) || bodies.containsKey(route.toString());
    }

    private static boolean bodiless(Route route) {
        return route.reading() || route.method().equals("DELETE") || BODILESS.contains(route.toString());
    }

    private @Nullable Object body(Route route) {
        return bodiless(route)
                ? null
                : Objects.requireNonNull(bodies.get(route.toString()), () -> "Things knows no body for " + route);
    }
}
