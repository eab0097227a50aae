package dev.kontor.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Null in a body is no value: it is refused in every field of our records but a {@link Change}, which it clears. */
class NullRefusing extends ValueDeserializerModifier {
    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
        Class<?> type = bean.getBeanClass();
        boolean ours = type.isRecord() && type.getPackageName().startsWith("dev.kontor");
        return ours ? new Checking(deserializer, type) : deserializer;
    }

    private static final class Checking extends DelegatingDeserializer {
        private final Class<?> type;
        private final Set<String> clearable;

        Checking(ValueDeserializer<?> delegate, Class<?> type) {
            super(delegate);
            this.type = type;
            this.clearable = Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() == Change.class)
                    .map(component -> component.getName())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new Checking(delegate, type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.isExpectedStartObjectToken()) {
                return super.deserialize(parser, context);
            }
            JsonNode body = context.readTree(parser);
            for (var field : body.properties()) {
                if (field.getValue().isNull() && !clearable.contains(field.getKey())) {
                    throw nullIn(parser, field.getKey());
                }
            }
            try (JsonParser again = body.traverse(context)) {
                again.nextToken();
                return super.deserialize(again, context);
            }
        }

        private JacksonException nullIn(JsonParser parser, String field) {
            return MismatchedInputException.from(parser, type, "null").prependPath(type, field);
        }
    }
}
