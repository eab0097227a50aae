package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.identity.RequestLimits.Taken;
import dev.kontor.web.Problems;
import dev.kontor.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what comes too fast (429), and says in every answer how much is left: {@code RateLimit-Policy} and {@code
 * RateLimit} as in the IETF's draft-ietf-httpapi-ratelimit-headers, {@code Retry-After} where one is to wait.
 */
class LimitingFilter extends OncePerRequestFilter {
    private final RequestLimits limits;
    private final Problems problems;

    LimitingFilter(RequestLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Credential.matters(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = actor();
        Credential.of(request).flatMap(Credential::secret).ifPresent(secret -> limits.remember(secret, actor != null));
        Optional<Taken> taken = limits.take(actor, request.getRemoteAddr());
        taken.ifPresent(one -> say(response, one));
        Optional<Taken> refused = taken.filter(one -> !one.pause().isZero());
        if (refused.isPresent()) {
            refuse(request, response, problems, refused.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, Problems problems, Taken taken)
            throws IOException {
        say(response, taken);
        long seconds = seconds(taken.pause());
        problems.write(
                request, response, Refusal.TOO_MANY_REQUESTS.refused(seconds).with("retryAfterSeconds", seconds));
    }

    private static @Nullable Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private static void say(HttpServletResponse response, Taken taken) {
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(taken.policy(), taken.most(), taken.window().toSeconds()));
        response.setHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(taken.policy(), taken.left(), seconds(taken.full())));
    }

    /** Never too few. */
    private static long seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
