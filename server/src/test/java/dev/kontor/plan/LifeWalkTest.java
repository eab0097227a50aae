package dev.kontor.plan;

import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * what a workspace still takes when it takes nothing new. Every writing route in a workspace is walked in
 * every such state by somebody who may everything, so a new one is in this test from its first day: refused with the reason,
 * unless it stands here among those that only take away.
 */
@Specification
class LifeWalkTest {
    private enum State {
        DEACTIVATED,
        DELETION_SCHEDULED,
        PURGED
    }

    /** They write nothing, or let people in only when the workspace takes them again (O-10). */
    private static final Set<String> HARMLESS = Set.of(
            "POST datasets/{datasetId}/versions/{ref}/matches",
            "POST datasets/{datasetId}/drafts/{number}/known",
            "POST workspaces/{workspaceId}/members/addresses",
            "POST workspaces/{workspaceId}/members/additions");
    /** What lets go of access, people, data. */
    private static final Set<String> TAKE_AWAY = Set.of(
            "DELETE datasets/{datasetId}",
            "POST datasets/{datasetId}/applications/{id}/rejection",
            "DELETE datasets/{datasetId}/authentication-info",
            "DELETE datasets/{datasetId}/branches/{branch}",
            "DELETE datasets/{datasetId}/bucket-imports/{importId}",
            "DELETE datasets/{datasetId}/drafts/{number}/imports/{importId}",
            "DELETE datasets/{datasetId}/drafts/{number}",
            "PATCH datasets/{datasetId}/inference-reservations/{reservationId}",
            "POST datasets/{datasetId}/inference-reservations/{reservationId}/settlement",
            "DELETE datasets/{datasetId}/links/{id}",
            "DELETE datasets/{datasetId}/members/{userId}",
            "DELETE datasets/{datasetId}/opening",
            "DELETE datasets/{datasetId}/tags/{tag}",
            "DELETE datasets/{datasetId}/versions/{ref}",
            "DELETE projects/{projectId}",
            "POST projects/{projectId}/applications/{id}/rejection",
            "DELETE projects/{projectId}/documents/{documentId}",
            "DELETE projects/{projectId}/inference-reservations/{reservationId}",
            "DELETE projects/{projectId}/members/{userId}",
            "POST workspaces/{workspaceId}/applications/{id}/rejection",
            "DELETE workspaces/{workspaceId}/collaborators/{organizationId}",
            "DELETE workspaces/{workspaceId}/inference-reservations/{reservationId}",
            "DELETE workspaces/{workspaceId}/invitations/{id}",
            "DELETE workspaces/{workspaceId}/logo",
            "DELETE workspaces/{workspaceId}/members/additions/{id}",
            "DELETE workspaces/{workspaceId}/members/{userId}");
    /** What the owner does about it. */
    private static final Set<String> OWNERS = Set.of(
            "PUT workspaces/{workspaceId}/ownership",
            "PUT workspaces/{workspaceId}/plan",
            "DELETE workspaces/{workspaceId}",
            "POST workspaces/{workspaceId}/restoration");
    /** What only the owner of a dataset may. */
    private static final Set<String> DATASET_OWNERS =
            Set.of("PUT datasets/{datasetId}/ownership", "POST datasets/{datasetId}/applications/{id}/approval");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    final Map<State, Things> things = new EnumMap<>(State.class);

    @BeforeAll
    void letThemAge() {
        for (State state : State.values()) {
            Cast cast = stage.cast();
            things.put(state, new Things(cast));
            become(cast, state);
        }
    }

    private void become(Cast cast, State state) {
        Instant until = state == State.PURGED ? null : Instant.now().plus(Duration.ofDays(9));
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state.name())
                .set(WORKSPACE.TRIAL_ENDS_AT, Instant.now().minusSeconds(60))
                .set(WORKSPACE.PURGE_AT, until)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
    }

    private Stream<Route> writing() {
        return Routes.of(mapping).stream().filter(route -> !route.reading()).filter(LifeWalkTest::inWorkspace);
    }

    private static boolean inWorkspace(Route route) {
        return Stream.of("workspaces/{workspaceId}", "projects/", "datasets/", "documents/")
                .anyMatch(route.path()::startsWith);
    }

    private static boolean open(Route route) {
        return Stream.of(HARMLESS, TAKE_AWAY, OWNERS).anyMatch(set -> set.contains(route.toString()));
    }

    record Step(State state, Route route) {
        @Override
        public String toString() {
            return state + ": " + route;
        }
    }

    Stream<Step> refused() {
        return writing()
                .filter(route -> !open(route))
                .flatMap(route -> Stream.of(State.values()).map(state -> new Step(state, route)));
    }

    @Test
    void whatStandsHereIsThere() {
        List<String> all = writing().map(Route::toString).toList();
        assertThat(all)
                .containsAll(HARMLESS)
                .containsAll(TAKE_AWAY)
                .containsAll(OWNERS)
                .containsAll(DATASET_OWNERS);
        assertThat(refused()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void takesNothingNew(Step step) {
        Things here = things.get(step.state());
        Client who = DATASET_OWNERS.contains(step.route().toString()) ? here.cast().pia : here.cast().olga;
        Answer answer = here.send(who, step.route()).says("409 workspace-not-writable");
        assertThat(answer.at("/state")).isEqualTo(step.state().name());
        assertThat(answer.json().has("until")).isEqualTo(step.state() != State.PURGED);
        assertThat(answer.at("/detail")).contains("owner");
    }

    /** In a workspace of its own, because each takes something away; what is left of it is refused for other reasons. */
    @ParameterizedTest(name = "{0} lets go")
    @MethodSource("states")
    void letsGo(State state) {
        Cast cast = stage.cast();
        Things there = new Things(cast);
        become(cast, state);
        writing()
                .filter(route -> TAKE_AWAY.contains(route.toString()) || HARMLESS.contains(route.toString()))
                .forEach(route -> assertThat(there.send(cast.olga, route).said())
                        .as(route.toString())
                        .doesNotContain("workspace-not-writable")
                        .doesNotStartWith("5"));
    }

    /** reading, downloading and exporting never stop. */
    @ParameterizedTest(name = "{0} is read")
    @MethodSource("states")
    void isRead(State state) {
        Things here = things.get(state);
        assertThat(reading()).hasSizeGreaterThan(30);
        assertThat(reading().map(route -> here.send(here.cast().olga, route).said() + " " + route))
                .allSatisfy(said -> assertThat(said).doesNotStartWith("409").doesNotStartWith("5"));
        here.cast()
                .olga
                .get("datasets/" + here.dataset() + "/versions/main/content?path=front/one.png")
                .says("200");
        here.cast()
                .olga
                .get("datasets/" + here.dataset() + "/versions/main/zip")
                .says("200");
    }

    private Stream<Route> reading() {
        return Routes.of(mapping).stream().filter(Route::reading).filter(LifeWalkTest::inWorkspace);
    }

    Stream<State> states() {
        return Stream.of(State.values());
    }

    /** the edits that take away and nothing else, and those that do not. */
    @Test
    void narrowingIsPossibleWideningIsNot() {
        Cast cast = stage.cast();
        Things there = new Things(cast);
        become(cast, State.DEACTIVATED);
        String mo = cast.at("members/%s", cast.dev.id());
        cast.ada.patch(mo, Map.of("roles", List.of("DEVELOPER", "ADMIN"))).says("409 workspace-not-writable");
        cast.ada.patch(mo, Map.of("roles", List.of())).says("200");
        String partner = cast.at("collaborators/%s", cast.deliveryPartners);
        cast.ada
                .patch(partner, Map.of("types", List.of("PRODUCER_PARTNER", "DATA_PARTNER")))
                .says("409 workspace-not-writable");
        cast.ada.patch(partner, Map.of("autoInvite", true)).says("409 workspace-not-writable");
        cast.ada.patch(partner, Map.of("projectAccess", "FULL")).says("409 workspace-not-writable");
        cast.ada
                .patch(
                        partner,
                        Map.of("projectAccess", Map.of("grant", List.of(), "withdraw", List.of(cast.crossings))))
                .says("200");
        cast.ada
                .patch(cast.at("").replaceFirst("/$", ""), Map.of("implicitMembers", true))
                .says("409 workspace-not-writable");
        cast.ada
                .patch(cast.at("").replaceFirst("/$", ""), Map.of("implicitMembers", false))
                .says("200");
        String dataset = "datasets/" + there.dataset();
        cast.pia.patch(dataset, Map.of("description", "New")).says("409 workspace-not-writable");
        cast.pia.patch(dataset, Map.of("visibility", "PRIVATE")).says("200");
        cast.pia.patch(dataset, Map.of("visibility", "PROJECT")).says("409 workspace-not-writable");
        cast.pia
                .patch("projects/" + cast.crossings, Map.of("visibility", "PUBLIC"))
                .says("409 workspace-not-writable");
        cast.pia
                .patch("projects/" + cast.crossings, Map.of("visibility", "PRIVATE"))
                .says("200");
        cast.pia.patch("projects/" + cast.streets, Map.of("archived", true)).says("409 workspace-not-writable");
        cast.mo.delete(cast.at("members/%s", cast.mo.id())).says("204");
    }

    /** O-10, O-01: who is on the way into it comes in when it takes people again. */
    @Test
    void nobodyComesIn() {
        Cast cast = stage.cast();
        Client newcomer = stage.person("Nina", cast.acme);
        Client partner = stage.stranger("Paul");
        String invited = Cast.token(cast.ada
                .post(
                        cast.at("collaborators"),
                        Map.of(
                                "types", List.of("DATA_PARTNER"),
                                "email", partner.email(),
                                "roles", List.of(),
                                "projectAccess", List.of()))
                .ok()
                .at("/invitation/link"));
        var dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Lanes"))
                .ok()
                .id();
        String link = Cast.token(cast.pia
                .post("datasets/" + dataset + "/links", Map.of("level", "USER"))
                .ok()
                .at("/link"));
        become(cast, State.DEACTIVATED);
        partner.post("invitations/" + invited + "/acceptance", Map.of()).says("409 workspace-not-writable");
        newcomer.post("dataset-links/" + link + "/application", Map.of()).says("409 workspace-not-writable");
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(newcomer.email()), "roles", List.of()))
                .says("409 workspace-not-writable");
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        partner.post("invitations/" + invited + "/acceptance", Map.of()).says("200");
        newcomer.post("dataset-links/" + link + "/application", Map.of()).says("200");
    }
}
