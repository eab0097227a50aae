package dev.kontor;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.EventStream;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * M-10, K-12, C-06: once somebody is out, the same session and the same key find nothing that they found before, on any
 * route that reads: lists, single things, downloads, thumbnails, zips, exports, and whatever is added to the server later.
 */
@Specification
class RevocationSweepTest {
    /** A stream that never ends, and what one is told, one's own removal among it: they are asked apart. */
    private static final Set<String> TELLING = Set.of("me/events", "me/notifications");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    Cast cast;
    Things things;

    @BeforeEach
    void acme() {
        cast = stage.cast();
        things = new Things(cast);
    }

    private Stream<Route> guarded() {
        return Routes.of(mapping).stream()
                .filter(Route::reading)
                .filter(route -> !OutsiderWalkTest.FOR_NOBODY.contains(route.toString()));
    }

    private List<Route> inTheWorkspace() {
        return guarded()
                .filter(route -> !OutsiderWalkTest.ONES_OWN.contains(route.toString()))
                .filter(route -> !route.path().startsWith("organizations/")
                        && !route.path().startsWith("me/"))
                .toList();
    }

    private List<String> found(Client client) {
        return inTheWorkspace().stream()
                .filter(route -> things.send(client, route).status() == 200)
                .map(Route::toString)
                .toList();
    }

    @Test
    void aRemovedMemberFindsNothing() {
        Client key = stage.withNewKey(cast.ada, List.of(), List.of());
        assertThat(found(cast.ada))
                .hasSizeGreaterThan(30)
                .contains(
                        "GET workspaces/{workspaceId}/activity",
                        "GET workspaces/{workspaceId}/members",
                        "GET datasets/{datasetId}/versions/{ref}/content",
                        "GET datasets/{datasetId}/versions/{ref}/thumbnail",
                        "GET datasets/{datasetId}/versions/{ref}/zip",
                        "GET datasets/{datasetId}/preview/thumbnail",
                        "GET datasets/{datasetId}/drafts/{number}");
        assertThat(found(key)).hasSizeGreaterThan(30);
        cast.olga.delete(cast.at("members/%s", cast.ada.id())).ok();
        findsNothing(cast.ada);
        findsNothing(key);
    }

    @Test
    void thePeopleOfARemovedCollaboratorFindNothing() {
        Client key = stage.withNewKey(cast.lena, List.of(), List.of());
        assertThat(found(cast.lena))
                .hasSizeGreaterThan(15)
                .contains("GET datasets/{datasetId}/versions/{ref}/content", "GET projects/{projectId}");
        assertThat(found(key)).hasSizeGreaterThan(15);
        cast.olga.delete(cast.at("collaborators/%s", cast.labelPartners)).ok();
        findsNothing(cast.lena);
        findsNothing(key);
        findsNothing(cast.lars);
    }

    @Test
    void aLockedUserIsAskedToSignInEverywhere() {
        Client key = stage.withNewKey(cast.ada, List.of(), List.of());
        assertThat(found(key)).hasSizeGreaterThan(30);
        cast.otto
                .patch("organizations/" + cast.acme + "/users/" + cast.ada.id(), Map.of("locked", true))
                .ok();
        isAskedToSignIn(cast.ada);
        isAskedToSignIn(key);
    }

    @Test
    void aRevokedKeyIsAskedToSignInEverywhere() {
        Answer made = cast.ada.post("me/access-keys", Map.of("name", "Lost")).ok();
        Client key = stage.withKey(cast.ada, made.at("/secret"));
        assertThat(found(key)).hasSizeGreaterThan(30);
        cast.ada.delete("me/access-keys/" + made.id()).ok();
        isAskedToSignIn(key);
    }

    /** O-01: what somebody gave out who is out waits for somebody else's word; what let them in once does not again. */
    @Test
    void linksGivenOutBeforeOpenNothing() {
        String email = stage.address("Newcomer");
        Answer added = cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of()))
                .ok();
        String token = Cast.token(added.at("/outcomes/0/link"));
        cast.olga.delete(cast.at("members/%s", cast.ada.id())).ok();
        assertThat(stage.nobody().get("invitations/" + token).ok().at("/state")).isEqualTo("WAITING");
        cast.ada.post("invitations/" + token + "/acceptance", Map.of()).says("403 invitation-for-another-address");
        findsNothing(cast.ada);
    }

    @ParameterizedTest(name = "the link of {0}, after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada's invitation of a partner    | Olga removed Ada    | WAITING
        Dev's invitation of a partner    | Otto locked Dev     | WAITING
        Lena's invitation of a colleague | Olga removed Lena's | REVOKED
        Otto's invitation of a user      | Otto was dismissed  | WAITING
        Otto's link to a new password    | Otto locked Mo      | 404 not-found
        Mo's own link to a new password  | Otto locked Mo      | 404 not-found
        """)
    void everyKindOfLinkWaitsOrIsDead(String link, String what, String state) {
        String token = made(link);
        revoke(what);
        boolean reset = link.contains("password");
        String path = (reset ? "password-resets/" : "invitations/") + token;
        Answer found = stage.nobody().get(path);
        assertThat(reset ? found.said() : found.ok().at("/state")).isEqualTo(state);
        Map<String, Object> body = Map.of("password", Stage.PASSWORD);
        Map<String, Object> more = Map.of("password", Stage.PASSWORD, "name", "Nils", "organization", "Nils's");
        stage.nobody()
                .post(reset ? path : path + "/acceptance", reset ? body : more)
                .says(reset ? state : "409 invitation-" + state.toLowerCase(Locale.ROOT));
    }

    private String made(String link) {
        String email = stage.address("Newcomer");
        Map<String, Object> partner =
                Map.of("types", List.of("DATA_PARTNER"), "email", email, "projectAccess", List.of());
        Map<String, Object> colleague =
                Map.of("emails", List.of(email), "roles", List.of(), "organizationId", cast.labelPartners);
        String users = "organizations/" + cast.acme;
        return switch (link) {
            case "Ada's invitation of a partner" ->
                Cast.token(cast.ada.post(cast.at("collaborators"), partner).ok().at("/invitation/link"));
            case "Dev's invitation of a partner" ->
                Cast.token(cast.dev.post(cast.at("collaborators"), partner).ok().at("/invitation/link"));
            case "Lena's invitation of a colleague" ->
                Cast.token(cast.lena.post(cast.at("members"), colleague).ok().at("/outcomes/0/link"));
            case "Otto's invitation of a user" ->
                Cast.token(cast.otto
                        .post(users + "/invitations", Map.of("email", email))
                        .ok()
                        .at("/link"));
            case "Otto's link to a new password" ->
                Cast.token(cast.otto
                        .send("POST", users + "/users/" + cast.mo.id() + "/password-reset", null, Map.of())
                        .ok()
                        .at("/link"));
            default -> {
                stage.nobody()
                        .post("password-resets", Map.of("email", cast.mo.email()))
                        .says("202");
                yield Cast.token(
                        Letters.to(cast.mo.email(), "A new password for Kontor").link("/reset/"));
            }
        };
    }

    private void revoke(String what) {
        switch (what) {
            case "Olga removed Ada" ->
                cast.olga.delete(cast.at("members/%s", cast.ada.id())).ok();
            case "Olga removed Lena's" ->
                cast.olga
                        .delete(cast.at("collaborators/%s", cast.labelPartners))
                        .ok();
            case "Otto was dismissed" -> {
                Client second = stage.person("Odo", cast.acme, true);
                second.patch("organizations/" + cast.acme + "/users/" + cast.otto.id(), Map.of("administrator", false))
                        .ok();
            }
            default ->
                cast.otto
                        .patch(
                                "organizations/" + cast.acme + "/users/"
                                        + (what.endsWith("Dev") ? cast.dev : cast.mo).id(),
                                Map.of("locked", true))
                        .ok();
        }
    }

    /** What they were told stays theirs; nothing can be done from there, and nothing more comes of the workspace. */
    private void hearsNothing(Client client) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        try (EventStream stream = EventStream.open(port, client, Map.of())) {
            List<String> before = client.get("me/notifications?limit=200").ok().items("/id");
            UUID made = stage.project(cast.olga, cast.workspace, "Later", "PUBLIC");
            cast.olga.patch("projects/" + made, Map.of("name", "Later still")).ok();
            client.patch("me", Map.of("name", client.name())).ok();
            for (String event = stream.next(5_000);
                    event != null && !event.startsWith("all");
                    event = stream.next(5_000)) {
                assertThat(event).doesNotContain(cast.workspace.toString());
            }
            assertThat(client.get("me/notifications?limit=200").ok().items("/id"))
                    .isEqualTo(before);
            client.get("me/notifications?limit=200").items().stream()
                    .flatMap(told -> told.path("actions").valueStream())
                    .forEach(action -> client.send(
                                    action.path("method").asString(),
                                    action.path("path").asString(),
                                    action.path("body").isNull()
                                            ? null
                                            : action.path("body").toString(),
                                    Map.of())
                            .says("404 not-found"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void findsNothing(Client client) {
        if (client.headers().containsKey("Cookie")) {
            hearsNothing(client);
        }
        for (Route route : inTheWorkspace()) {
            assertThat(things.send(client, route).said()).as(route.toString()).isEqualTo("404 not-found");
        }
        guarded()
                .filter(route -> OutsiderWalkTest.ONES_OWN.contains(route.toString()))
                .filter(route -> !TELLING.contains(route.path()))
                .forEach(route -> {
                    String answer = things.send(client, route).text();
                    for (UUID id : things.inTheWorkspace()) {
                        assertThat(answer).as(route.toString()).doesNotContain(id.toString());
                    }
                });
    }

    private void isAskedToSignIn(Client client) {
        guarded()
                .forEach(route -> assertThat(things.send(client, route).said())
                        .as(route.toString())
                        .isEqualTo("401 not-signed-in"));
    }
}
