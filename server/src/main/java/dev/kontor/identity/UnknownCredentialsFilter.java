package dev.kontor.identity;

import dev.kontor.identity.RequestLimits.Taken;
import dev.kontor.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before a session or key is looked up, which costs a statement: one that was not right of late counts for its network address, so
 * that nobody makes the database look up as many as they can invent. Those that were right go on, from the same address too.
 */
class UnknownCredentialsFilter extends OncePerRequestFilter {
    private final RequestLimits limits;
    private final Problems problems;

    UnknownCredentialsFilter(RequestLimits limits, Problems problems) {
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
        Optional<Taken> refused = Credential.of(request)
                .flatMap(Credential::secret)
                .filter(secret -> !limits.isKnown(secret))
                .flatMap(secret -> limits.takeUnknown(request.getRemoteAddr()))
                .filter(taken -> !taken.pause().isZero());
        if (refused.isPresent()) {
            LimitingFilter.refuse(request, response, problems, refused.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
