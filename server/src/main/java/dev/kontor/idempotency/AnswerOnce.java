package dev.kontor.idempotency;

import dev.kontor.access.Actor;
import dev.kontor.web.Problems;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an Idempotency-Key is done once: use case and answer share one transaction, begun here, into which the use
 * case's own one joins. What was refused or failed is rolled back whole and kept by nobody. Stands behind the door: whoever
 * is not signed in has no answers. Uploads of files pass by; they are the same by path, name and digest.
 */
@Component
@Order(0)
class AnswerOnce extends OncePerRequestFilter {
    private static final int LONGEST_BODY = 8 << 20;

    private final KeptAnswers answers;
    private final StillSeen seen;
    private final Problems problems;
    private final PlatformTransactionManager transactions;

    AnswerOnce(KeptAnswers answers, StillSeen seen, Problems problems, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.seen = seen;
        this.problems = problems;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean json = request.getContentType() == null
                || request.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
        return request.getHeader(Sender.HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/")
                || !json
                || actor().isEmpty();
    }

    private static Optional<Actor> actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Sender sender = new Sender(actor().orElseThrow(), request.getHeader(Sender.HEADER));
            byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw Refusal.TOO_LARGE.refused((LONGEST_BODY >> 20) + " MiB");
            }
            once(sender, new RepeatableRequest(request, body), response, chain);
        } catch (Refused refused) {
            problems.write(request, response, refused);
        } catch (CannotCreateTransactionException noConnection) {
            problems.write(request, response, Refusal.BUSY.refused().with("retryAfterSeconds", 1L));
        }
    }

    private void once(Sender sender, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
        try {
            answers.lock(sender);
            Optional<Answer> kept = answers.find(sender, request.digest());
            if (kept.isPresent()) {
                seen.check(sender.actor(), request.getRequestURI());
                kept.get().send(caching);
            } else {
                chain.doFilter(request, caching);
            }
            if (kept.isEmpty() && toBeKept(caching)) {
                answers.insert(sender, request.digest(), Answer.of(caching));
            }
        } catch (Throwable fault) {
            transactions.rollback(transaction);
            throw fault;
        }
        if (caching.getStatus() >= 400) {
            transactions.rollback(transaction);
        } else {
            transactions.commit(transaction);
        }
        caching.copyBodyToResponse();
    }

    /** Not what was refused, since that changed nothing; not what signs somebody in. */
    private static boolean toBeKept(HttpServletResponse response) {
        return response.getStatus() < 400
                && response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                        .allMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }
}
