package dev.kontor.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads bodies: in a {@link Change} absent, null and a value are three different things; elsewhere null is refused. */
class BodyModule extends SimpleModule {
    BodyModule() {
        addDeserializer(Change.class, new ChangeDeserializer(null));
        setDeserializerModifier(new NullRefusing());
    }

    private static final class ChangeDeserializer extends ValueDeserializer<Change> {
        private final @Nullable JavaType content;

        ChangeDeserializer(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            return new ChangeDeserializer(type.containedTypeOrUnknown(0));
        }

        @Override
        public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
            return new Change.Set<>(context.readValue(parser, content));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return new Change.Clear<>();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return new Change.Absent<>();
        }
    }
}
