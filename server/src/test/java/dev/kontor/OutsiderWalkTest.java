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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * O-03: whoever has nothing to do with Acme's workspace finds nothing there, on any route, with the real ids of what is
 * in it. Every route that the server has is walked, so a new one is in this test from its first day: it fails until
 * {@link Things} knows an id and a body for it.
 */
@Specification
class OutsiderWalkTest {
    /** What anybody may do who is not signed in. */
    static final Set<String> FOR_NOBODY = Set.of(
            "GET server",
            "GET openapi",
            "GET openapi.yaml",
            "POST organizations",
            "POST session",
            "GET registrations/{token}",
            "POST registrations/{token}/confirmation",
            "POST password-resets",
            "GET password-resets/{token}",
            "POST password-resets/{token}",
            "GET dataset-links/{token}",
            "POST dataset-links/{token}/application",
            "GET invitations/{token}",
            "POST invitations/{token}/acceptance");
    /** What concerns nobody but oneself: there is no id of Acme's in it. */
    static final Set<String> ONES_OWN = Set.of(
            "GET me/derivations",
            "GET me",
            "PATCH me",
            "PUT me/password",
            "GET me/sessions",
            "GET me/access-keys",
            "POST me/access-keys",
            "DELETE session",
            "GET search",
            "GET workspaces",
            "GET open-datasets",
            "GET me/applications",
            "GET activity/kinds",
            "GET me/events",
            "GET me/notifications",
            "GET me/notifications/unread",
            "POST me/notifications/read",
            "GET me/notification-preferences",
            "PUT me/notification-preferences/{kind}",
            "POST workspaces");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Cast cast;
    Things things;
    Client elsewhereKey;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        things = new Things(cast);
        elsewhereKey = stage.withNewKey(cast.ada, List.of(cast.elsewhereWorkspace), List.of());
    }

    List<Route> routes() {
        return Routes.of(mapping);
    }

    Stream<Route> guarded() {
        return routes().stream().filter(route -> !FOR_NOBODY.contains(route.toString()));
    }

    Stream<Route> ofSomebody() {
        return guarded().filter(route -> !ONES_OWN.contains(route.toString()));
    }

    Stream<Route> inAWorkspace() {
        return ofSomebody()
                .filter(route -> !route.path().startsWith("organizations/")
                        && !route.path().startsWith("me/"));
    }

    @Test
    void thereAreRoutesToWalk() {
        assertThat(ofSomebody()).hasSizeGreaterThan(25);
        assertThat(routes().stream().map(Route::toString)).containsAll(ONES_OWN);
    }

    @ParameterizedTest(name = "Sam, from elsewhere: {0}")
    @MethodSource("ofSomebody")
    void samFindsNothing(Route route) {
        findsNothing(cast.sam, route);
    }

    @ParameterizedTest(name = "Rex, who was removed: {0}")
    @MethodSource("inAWorkspace")
    void rexFindsNothing(Route route) {
        findsNothing(cast.rex, route);
    }

    @ParameterizedTest(name = "Otto, organization administrator and no member: {0}")
    @MethodSource("inAWorkspace")
    void ottoFindsNothingInWorkspaces(Route route) {
        findsNothing(cast.otto, route);
    }

    @ParameterizedTest(name = "Ada''s key for another workspace: {0}")
    @MethodSource("inAWorkspace")
    void aKeyForAnotherWorkspaceFindsNothing(Route route) {
        findsNothing(elsewhereKey, route);
    }

    @ParameterizedTest(name = "nobody: {0}")
    @MethodSource("guarded")
    void nobodyIsAskedToSignIn(Route route) {
        assertThat(walk(cast.nobody, route).said()).isEqualTo("401 not-signed-in");
    }

    @ParameterizedTest(name = "Lou, who is locked: {0}")
    @MethodSource("guarded")
    void louIsAskedToSignIn(Route route) {
        assertThat(walk(cast.lou, route).said()).isEqualTo("401 not-signed-in");
    }

    @ParameterizedTest(name = "Sam''s own: {0}")
    @MethodSource("ownReading")
    void whatIsOnesOwnShowsNothingOfOthers(Route route) {
        String answer = walk(cast.sam, route).ok().text();
        things.ids().forEach(id -> assertThat(answer).doesNotContain(id.toString()));
    }

    Stream<Route> ownReading() {
        return routes().stream()
                .filter(route ->
                        ONES_OWN.contains(route.toString()) && route.method().equals("GET"))
                .filter(route -> !route.path().equals("me/events")); // never ends; LiveUpdatesTest reads it
    }

    /** The same answer, word by word, as for what does not exist. */
    private void findsNothing(Client client, Route route) {
        Answer answer = walk(client, route);
        assertThat(answer.said()).as(answer.text()).isEqualTo("404 not-found");
        assertThat(sentence(answer)).isEqualTo(sentence(client.get("workspaces/" + UUID.randomUUID())));
    }

    private static String sentence(Answer answer) {
        return answer.text().replaceFirst("\"instance\":\"[^\"]*\",?", "");
    }

    private Answer walk(Client client, Route route) {
        return things.send(client, route);
    }
}
