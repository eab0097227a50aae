package dev.kontor.testing;

import dev.kontor.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes that the server has below {@code /api/v1}, read from the server itself. */
public final class Routes {
    private static final String ROOT = "/api/v1/";

    private Routes() {}

    /** A method and a path with its variables, for instance {@code GET workspaces/{workspaceId}/members}. */
    public record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        public boolean reading() {
            return method.equals("GET");
        }
    }

    public static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(Routes::routes)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .distinct()
                .toList();
    }

    /** The reading ones that answer with a page of a list. */
    public static List<Route> lists(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getMethod().getReturnType() == Page.class)
                .flatMap(entry -> routes(entry.getKey()))
                .filter(Route::reading)
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith(ROOT))
                .flatMap(path -> methods(info).map(method -> new Route(method.name(), path.substring(ROOT.length()))));
    }

    private static Stream<RequestMethod> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream();
    }
}
