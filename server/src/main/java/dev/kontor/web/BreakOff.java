package dev.kontor.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where something goes wrong after an answer was begun, the connection is broken off, so that nobody takes half of it
 * for the whole. What is not a refusal, and not the client's going away, is logged.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class BreakOff extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BreakOff.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            boolean expected = ExceptionUtils.indexOfType(e, Refused.class) >= 0
                    || ExceptionUtils.indexOfType(e, IOException.class) >= 0;
            if (!expected) {
                LOG.error("Request {} {} broke off", request.getMethod(), request.getRequestURI(), e);
            }
            throw new CloseNowException();
        }
    }
}
