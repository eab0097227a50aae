package dev.kontor.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads from the types what a body must hold: a record's component is needed unless it is {@code @Nullable} or a
 * {@link Change}. So no record says it twice.
 */
class NullnessIntrospector extends JacksonAnnotationIntrospector {
    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (ours(member)) {
            var parameter = (AnnotatedParameter) member;
            return parameter.getRawType() != Change.class && !optional(parameter);
        }
        return super.hasRequiredMarker(config, member);
    }

    private static boolean ours(AnnotatedMember annotated) {
        return annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()
                && parameter.getDeclaringClass().getPackageName().startsWith("dev.kontor");
    }

    private static boolean optional(AnnotatedParameter parameter) {
        var executable = (java.lang.reflect.Executable) parameter.getOwner().getMember();
        return executable.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
