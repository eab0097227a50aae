package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * M-10, K-12, C-06: once somebody is out, the same session and the same key find nothing that they found before, on any
 * route that reads: lists, single things, downloads, thumbnails, zips, exports, and whatever is added to the server later.
 */
@Specification
class RevocationSweepTest {
    /** A stream that never ends, and what one is told, one's own removal among it; LiveUpdatesTest reads them. */
    private static final Set<String> TELLING = Set.of("me/events", "me/notifications");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

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

    private void findsNothing(Client client) {
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
