package dev.kontor.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How far this node has heard, and never the same on two nodes. A page is told the position before its first data is read
 * and again when its stream begins: where they are equal, nothing changed in between that it would have to ask for again.
 */
@Component
class Position implements WebMvcConfigurer, HandlerInterceptor {
    static final String HEADER = "Kontor-Position";

    private final UUID node = UUID.randomUUID();
    private final AtomicLong heard = new AtomicLong();

    /** Before anybody is told of it: who begins to hear in between asks once too often, never too seldom. */
    void moved() {
        heard.incrementAndGet();
    }

    String now() {
        return node + "/" + heard.get();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/me");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(HEADER, now());
        return true;
    }
}
