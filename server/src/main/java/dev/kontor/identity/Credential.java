package dev.kontor.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UrlPathHelper;

/**
 * What a request says who sends it: an access key where there is the header for one, else the session of the cookie.
 *
 * @param secret that is looked up; nothing is, where the header is no key
 */
record Credential(boolean key, Optional<Secret> secret) {
    private static final String BEARER = "Bearer ";

    /** Nothing where the request does not say. */
    static Optional<Credential> of(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.read(request).map(secret -> new Credential(false, Optional.of(secret)));
        }
        return Optional.of(new Credential(
                true,
                Optional.of(authorization)
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value ->
                                new Secret(value.substring(BEARER.length()).strip()))));
    }

    /** By the path as it is served, however it was written: {@code /%61pi} is {@code /api}. */
    static boolean matters(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request).startsWith("/api/");
    }
}
