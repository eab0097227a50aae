package dev.kontor.identity;

import dev.kontor.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sends a request: by access key where one is sent, else by the session cookie. One statement, with every
 * request, so that a revoked key, an ended session and a locked user are refused at once.
 */
class SignedInFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final AccessKeys keys;

    SignedInFilter(Sessions sessions, AccessKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Credential.matters(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        actor(request).ifPresent(signedIn -> {
            var authentication = UsernamePasswordAuthenticationToken.authenticated(signedIn.actor(), null, List.of());
            authentication.setDetails(signedIn.sessionId());
            SecurityContextHolder.getContext().setAuthentication(authentication);
        });
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private record Found(Actor actor, java.util.@Nullable UUID sessionId) {}

    private Optional<Found> actor(HttpServletRequest request) {
        return Credential.of(request)
                .flatMap(said -> said.key()
                        ? said.secret().flatMap(keys::find).map(actor -> new Found(actor, null))
                        : said.secret().flatMap(sessions::find).map(s -> new Found(s.actor(), s.sessionId())));
    }
}
