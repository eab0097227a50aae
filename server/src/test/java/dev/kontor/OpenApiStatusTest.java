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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document names the status that a creating request is really answered with. */
@Specification
class OpenApiStatusTest {
    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Cast cast;
    Things things;
    JsonNode paths;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        things = new Things(cast);
        paths = cast.nobody.get("openapi").ok().json().get("paths");
    }

    Stream<Route> creating() {
        return Routes.of(mapping).stream().filter(route -> route.method().equals("POST") && things.knows(route));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creating")
    void theStatusIsInTheDocument(Route route) {
        for (Client who : List.of(cast.olga, cast.otto, cast.pia)) {
            Answer answer = things.send(who, route);
            if (answer.status() < 400) {
                JsonNode operation = paths.path("/api/v1/" + route.path())
                        .path(route.method().toLowerCase(Locale.ROOT));
                assertThat(operation.path("responses").has(String.valueOf(answer.status())))
                        .as("%s answers %s, documented are %s", route, answer.status(), operation.path("responses"))
                        .isTrue();
                return;
            }
        }
    }
}
