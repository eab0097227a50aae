package dev.kontor.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a browser's session: out of scripts' reach, and not sent along by other sites' posts. */
public final class SessionCookie {
    public static final String NAME = "KONTOR_SESSION";

    private SessionCookie() {}

    public static Optional<Secret> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(NAME))
                .map(c -> new Secret(c.getValue()))
                .findFirst();
    }

    static String of(Secret secret, Duration age, boolean secure) {
        return cookie(secret.text(), age, secure);
    }

    static String gone(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static String cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .secure(secure)
                .build()
                .toString();
    }
}
