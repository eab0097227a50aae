package dev.kontor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
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
 * O-13: in an archived project, and in one in the trash, nothing is written: every writing route below a project and
 * below a dataset is walked by somebody who may everything, so a new one is in this test from its first day.
 */
@Specification
class ArchivedWalkTest {
    /** What takes a project through its life, and what asks without writing. */
    private static final Set<String> LIFE = Set.of(
            "DELETE projects/{projectId}",
            "POST projects/{projectId}/restoration",
            "POST datasets/{datasetId}/versions/{ref}/matches",
            "POST datasets/{datasetId}/drafts/{number}/known");
    /** What only takes away is possible in any state: nobody keeps access because a project is archived. */
    private static final Set<String> TAKE_AWAY = Set.of(
            "DELETE projects/{projectId}/members/{userId}",
            "DELETE datasets/{datasetId}/members/{userId}",
            "DELETE datasets/{datasetId}/authentication-info",
            "DELETE datasets/{datasetId}/bucket-imports/{importId}",
            "PATCH datasets/{datasetId}/inference-reservations/{reservationId}",
            "POST datasets/{datasetId}/inference-reservations/{reservationId}/settlement",
            "DELETE projects/{projectId}/inference-reservations/{reservationId}",
            "DELETE datasets/{datasetId}/links/{id}",
            "DELETE datasets/{datasetId}/drafts/{number}/imports/{importId}",
            "POST datasets/{datasetId}/applications/{id}/rejection",
            "POST projects/{projectId}/applications/{id}/rejection");
    /** What only the owner of a dataset may. */
    private static final Set<String> OWNERS =
            Set.of("PUT datasets/{datasetId}/ownership", "POST datasets/{datasetId}/applications/{id}/approval");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Cast archived;
    Things inArchived;
    Cast trashed;
    Things inTrashed;

    @BeforeAll
    void close() {
        archived = stage.cast();
        inArchived = new Things(archived);
        archived.pia
                .patch("projects/" + archived.streets, Map.of("archived", true))
                .ok();
        trashed = stage.cast();
        inTrashed = new Things(trashed);
        trashed.ada
                .delete("projects/" + trashed.streets + "?despiteOthers=true")
                .says("204");
    }

    Stream<Route> writing() {
        return Routes.of(mapping).stream()
                .filter(route -> !route.reading())
                .filter(route -> route.path().startsWith("projects/")
                        || route.path().startsWith("datasets/")
                        || route.path().startsWith("documents/"))
                .filter(route -> !LIFE.contains(route.toString()) && !TAKE_AWAY.contains(route.toString()));
    }

    @Test
    void thereAreRoutesToWalk() {
        assertThat(writing()).hasSizeGreaterThan(10);
        assertThat(Routes.of(mapping).stream().map(Route::toString))
                .containsAll(LIFE)
                .containsAll(TAKE_AWAY);
    }

    private static Client who(Cast cast, Route route) {
        return OWNERS.contains(route.toString()) ? cast.pia : cast.olga;
    }

    @ParameterizedTest(name = "archived: {0}")
    @MethodSource("writing")
    void anArchivedProjectIsOnlyRead(Route route) {
        assertThat(inArchived.send(who(archived, route), route).said()).isEqualTo("409 project-archived");
    }

    @ParameterizedTest(name = "in the trash: {0}")
    @MethodSource("writing")
    void aProjectInTheTrashIsOnlyRead(Route route) {
        assertThat(inTrashed.send(who(trashed, route), route).said()).isEqualTo("409 project-trashed");
    }
}
