package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Documents;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** docs/openapi.yaml is what the server says of itself, and it says all. */
@Specification
class OpenApiDocumentTest {
    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void isCurrent() {
        Documents.isCurrent(
                "openapi.yaml", stage.nobody().get("openapi.yaml").says("200").text());
    }

    @Test
    void everyRouteIsInIt() {
        var document = stage.nobody().get("openapi").says("200").json();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(Routes.of(mapping).stream().filter(route -> !route.path().startsWith("openapi")))
                .allSatisfy(route -> assertThat(operation(document, route))
                        .as(route.toString())
                        .isTrue());
    }

    private static boolean operation(tools.jackson.databind.JsonNode document, Route route) {
        return document.path("paths")
                .path("/api/v1/" + route.path())
                .has(route.method().toLowerCase(Locale.ROOT));
    }
}
