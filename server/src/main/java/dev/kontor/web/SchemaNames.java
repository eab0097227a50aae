package dev.kontor.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How types are called in the OpenAPI document: by their simple names, nested ones after their place without
 * "Controller". Two types of one name would be one in the document; the second is refused, and gets another name.
 */
class SchemaNames extends TypeNameResolver {
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = name(type);
        Class<?> first = named.putIfAbsent(name, type);
        if (first != null && first != type) {
            throw new IllegalStateException(type + " and " + first + " are both called " + name + " in the document");
        }
        return name;
    }

    private static String name(Class<?> type) {
        String own = type.getSimpleName();
        if (type.getEnclosingClass() == null) {
            return own;
        }
        String place = name(type.getEnclosingClass()).replaceFirst("Controller$", "");
        return own.startsWith(place) ? own : place + own;
    }
}
