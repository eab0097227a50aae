package dev.kontor.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our types in the OpenAPI document as they are in JSON: a record needs every component that is not {@code @Nullable},
 * what is read from one JSON value is that value, a {@link Change} is its value or null.
 */
class SchemaConverter implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> raw = java.getRawClass();
        if (raw == Change.class) {
            return orNull(as(type, java.containedType(0), context));
        }
        if (!raw.getPackageName().startsWith("dev.kontor")) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        var said = raw.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (said != null && !said.ref().isEmpty()) {
            return new JsonSchema().$ref(said.ref());
        }
        List<Class<?>> choice = said != null && said.oneOf().length > 0
                ? List.of(said.oneOf())
                : raw.isSealed() ? List.of(raw.getPermittedSubclasses()) : List.of();
        if (!choice.isEmpty()) {
            Schema<?> schema = new JsonSchema();
            choice.forEach(one -> schema.addOneOfItem(as(type, one, context)));
            return schema;
        }
        Optional<Type> value = value(raw);
        if (value.isPresent()) {
            return as(type, value.get(), context);
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (raw.isRecord() && schema != null) {
            model(schema, context).setRequired(required(raw));
        }
        return schema;
    }

    /** What is not needed in an answer is null where it is missing. */
    static Schema<?> orNull(Schema<?> schema) {
        Schema<?> nothing = new JsonSchema();
        nothing.addType("null");
        if (schema.get$ref() != null) {
            return new JsonSchema().addOneOfItem(schema).addOneOfItem(nothing);
        }
        if (schema.getOneOf() != null) {
            return schema.addOneOfItem(nothing);
        }
        schema.addType("null");
        return schema;
    }

    static String name(String reference) {
        return reference.substring(REFERENCE.length());
    }

    /** Resolved afresh, so that what is added to it is added to this place only. */
    private static Schema<?> as(AnnotatedType place, Type type, ModelConverterContext context) {
        return context.resolve(new AnnotatedType(type).resolveAsRef(true).schemaProperty(place.isSchemaProperty()));
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        return schema.get$ref() == null
                ? schema
                : Objects.requireNonNull(context.getDefinedModels().get(name(schema.get$ref())));
    }

    private static Optional<Type> value(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(SchemaConverter::delegating)
                .map(creator -> creator.getGenericParameterTypes()[0])
                .findFirst();
    }

    private static boolean delegating(Executable creator) {
        JsonCreator said = creator.getAnnotation(JsonCreator.class);
        return said != null && said.mode() == JsonCreator.Mode.DELEGATING;
    }

    private static List<String> required(Class<?> record) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                required.addAll(required(component.getType()));
            } else if (always(record, component)) {
                required.add(component.getName());
            }
        }
        return required;
    }

    private static boolean always(Class<?> record, RecordComponent component) {
        boolean leftOut =
                record.isAnnotationPresent(JsonInclude.class) && Iterable.class.isAssignableFrom(component.getType());
        return component.getType() != Change.class
                && !leftOut
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
