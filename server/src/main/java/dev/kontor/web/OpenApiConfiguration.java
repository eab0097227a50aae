package dev.kontor.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, as far as it cannot be read from the controllers (docs/openapi.yaml). */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(AuthenticationPrincipal.class)
                .replaceWithSchema(Name.class, new StringSchema().minLength(1).maxLength(80))
                .replaceWithSchema(Description.class, new StringSchema().maxLength(2000))
                .replaceWithSchema(Email.class, new StringSchema().format("email"))
                .replaceWithSchema(JsonNode.class, new ObjectSchema().additionalProperties(true));
        ModelResolver.enumsAsRef = true;
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
        if (creating(handler)) {
            operation.addParametersItem(idempotencyKey());
        }
        return operation;
    }

    /** Uploads are the same by path and digest; whoever signs in is nobody yet. */
    private static boolean creating(HandlerMethod handler) {
        PostMapping post = handler.getMethodAnnotation(PostMapping.class);
        boolean upload = post != null
                && Arrays.asList(post.consumes())
                        .contains(org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE);
        return post != null && !upload && actor(handler);
    }

    private static boolean actor(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(AuthenticationPrincipal.class));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .description("Sent again within 24 hours by the same person with the same body, the request is not done"
                        + " again, but answered as it was. With another body: 422. For instance a UUID.")
                .schema(new StringSchema().minLength(16).maxLength(200));
    }

    private static ApiResponse problem() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A problem document")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    /** First of all, so that the other converters stand before it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelConverter names(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    ModelConverter records() {
        return new SchemaConverter();
    }

    @Bean
    OpenApiCustomizer shapes() {
        return OpenApiConfiguration::complete;
    }

    private static void complete(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getSchema().getTypes() != null)
                .forEach(parameter -> parameter.getSchema().getTypes().remove("null"));
        nullInAnswers(document);
        SchemaShapes.add(document.getComponents());
    }

    private static void nullInAnswers(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> answered = new TreeSet<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().values().stream())
                .forEach(media -> reach(media.getSchema(), schemas, answered));
        answered.forEach(name -> nullInAnswer(Objects.requireNonNull(schemas.get(name))));
    }

    private static void nullInAnswer(Schema<?> schema) {
        List<String> always = Objects.requireNonNullElse(schema.getRequired(), List.of());
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .replaceAll(
                            (name, property) -> always.contains(name) ? property : SchemaConverter.orNull(property));
        }
    }

    private static void reach(@Nullable Schema<?> schema, Map<String, Schema> all, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = SchemaConverter.name(schema.get$ref());
            if (all.containsKey(name) && found.add(name)) {
                reach(all.get(name), all, found);
            }
        }
        reach(schema.getItems(), all, found);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            reach(values, all, found);
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(one -> reach(one, all, found));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(one -> reach(one, all, found));
        }
    }
}
