package dev.kontor.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI document, as far as it cannot be read from the controllers (docs/openapi.yaml). */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(AuthenticationPrincipal.class)
                .replaceWithSchema(Name.class, new StringSchema().minLength(1).maxLength(80))
                .replaceWithSchema(Description.class, new StringSchema().maxLength(2000))
                .replaceWithSchema(Email.class, new StringSchema().format("email"));
    }

    @Bean
    OpenAPI openApi() {
        Info info = new Info()
                .title("Kontor")
                .version("v1")
                .description("Sign in by session (cookie and CSRF token) or by access key (bearer). Errors are problem"
                        + " documents (RFC 9457) with a stable code, the field and the rule. Lists are {items,"
                        + " next}.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"));
        return new OpenAPI().info(info).servers(List.of(new Server().url("/")));
    }

    /** Named by controller and method, filed under the product's noun; whatever is refused is a problem document. */
    @Bean
    OperationCustomizer operations() {
        return OpenApiConfiguration::named;
    }

    private static Operation named(Operation operation, HandlerMethod handler) {
        Class<?> controller = handler.getBeanType();
        String subject = controller.getSimpleName().replace("Controller", "");
        operation.setOperationId(subject + "." + handler.getMethod().getName());
        operation.setTags(List.of(controller.getPackageName().replaceFirst(".*\\.", "")));
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    private static ApiResponse problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("field", new StringSchema())
                .addProperty("rule", new StringSchema());
        return new ApiResponse()
                .description("A problem document")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
