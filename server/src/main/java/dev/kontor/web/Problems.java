package dev.kontor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns a refusal into a problem document (RFC 9457): stable type and code, the field, the rule. */
@Component
public class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(HttpServletRequest request, Refused refused) {
        Refusal refusal = refused.refusal();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refused.detail());
        problem.setType(URI.create("/problems/" + refusal.code()));
        problem.setTitle(refusal.status().getReasonPhrase());
        problem.setProperty("code", refusal.code());
        if (!refused.field().isEmpty()) {
            problem.setProperty("field", refused.field());
        }
        if (!refusal.rule().isEmpty()) {
            problem.setProperty("rule", refusal.rule());
        }
        refused.extras().forEach(problem::setProperty);
        return problem;
    }

    /** For refusals outside of controllers: at the door. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(refused.refusal().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refused.extras().get("retryAfterSeconds") instanceof Long seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        response.getOutputStream().write(json.writeValueAsBytes(of(request, refused)));
    }
}
