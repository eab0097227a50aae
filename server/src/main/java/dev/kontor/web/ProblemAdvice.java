package dev.kontor.web;

import static dev.kontor.web.Refusal.*;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where what went wrong becomes an answer. What is not a refusal is a bug: logged once, answered 500. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw refused; // to BreakOff
        }
        return refused(refused, request);
    }

    private ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        var answer = ResponseEntity.status(refused.refusal().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refused.extras().get("retryAfterSeconds") instanceof Long seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return answer.body(problems.of(request, refused));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return refused(whyUnreadable(e), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        // an id that is no id names nothing that anybody could see
        boolean id =
                e.getRequiredType() == UUID.class && request.getRequestURI().contains("/" + e.getValue());
        return refused(
                id
                        ? NOT_FOUND.refused()
                        : WRONG_TYPE.on(e.getName(), "The value of " + e.getName() + " has the wrong form."),
                request);
    }

    /** A query that asks for a list in a way that does not bind: {@code limit=many}. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unbound(BindException e, HttpServletRequest request) {
        String field = e.getFieldError() == null ? "" : e.getFieldError().getField();
        return refused(WRONG_TYPE.on(field, "The value of " + named(field) + " has the wrong form."), request);
    }

    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone() {
        // the client went away while an answer was streamed to it: nobody is left to tell
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> everythingElse(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw e; // to BreakOff
        }
        if (ExceptionUtils.indexOfType(e, Refused.class) >= 0) {
            return refused(ExceptionUtils.throwableOfType(e, Refused.class), request);
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return known(known, request);
        }
        if (e instanceof InvalidParameterException) {
            return refused(MALFORMED.refused("The query is not valid UTF-8, or not encoded as a query."), request);
        }
        if (Busy.is(e)) {
            return refused(BUSY.refused().with("retryAfterSeconds", 1L), request);
        }
        if (diskFull(e)) {
            LOG.error("The disk of the database is full");
            return refused(STORE_FULL.refused(), request);
        }
        UUID requestId = UUID.randomUUID();
        LOG.error("Request {} {} failed ({})", request.getMethod(), request.getRequestURI(), requestId, e);
        ProblemDetail problem = ProblemDetail.forStatus(500);
        problem.setDetail("Something went wrong in the server; its log has the reason under this request's id.");
        problem.setProperty("code", "internal");
        problem.setProperty("requestId", requestId);
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ResponseEntity<ProblemDetail> known(ErrorResponse known, HttpServletRequest request) {
        ProblemDetail body = known.getBody();
        if (known.getStatusCode().value() == 404) {
            return refused(NOT_FOUND.refused(), request);
        }
        body.setProperty(
                "code",
                switch (known.getStatusCode().value()) {
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-media-type";
                    default -> "malformed";
                });
        return ResponseEntity.status(known.getStatusCode())
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static Refused whyUnreadable(HttpMessageNotReadableException e) {
        String path = ExceptionUtils.getThrowableList(e).stream()
                .filter(DatabindException.class::isInstance)
                .map(x -> path((DatabindException) x))
                .findFirst()
                .orElse("");
        Refused inner = ExceptionUtils.throwableOfType(e, Refused.class);
        if (inner != null) {
            return inner.about(path);
        }
        return switch (ExceptionUtils.throwableOfType(e, JacksonException.class)) {
            case UnrecognizedPropertyException x -> UNKNOWN_FIELD.on(path, x.getPropertyName());
            case InvalidFormatException x -> WRONG_TYPE.on(path, "This is not a value that " + named(path) + " takes.");
            case MismatchedInputException x ->
                path.isEmpty()
                        ? WRONG_TYPE.refused("The body must be a JSON object of this operation's form.")
                        : whyMismatched(path, x);
            case DatabindException x -> WRONG_TYPE.on(path, "This is not a value that " + named(path) + " takes.");
            case JacksonException x -> MALFORMED.refused("The body is not well-formed JSON.");
            case null -> MALFORMED.refused("The body is missing or cannot be read.");
        };
    }

    private static Refused whyMismatched(String path, MismatchedInputException x) {
        String message = String.valueOf(x.getOriginalMessage());
        boolean missing = message.contains("required creator property") || message.contains("null");
        return missing
                ? FIELD_MISSING.on(path, named(path))
                : WRONG_TYPE.on(path, "This is not a value that " + named(path) + " takes.");
    }

    private static String named(String path) {
        return path.isEmpty() ? "the body" : path;
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static boolean diskFull(Throwable e) {
        return says(e, "53100");
    }

    /** What the database calls it. */
    private static boolean says(Throwable e, String... states) {
        return ExceptionUtils.getThrowableList(e).stream()
                .anyMatch(x ->
                        x instanceof SQLException sql && List.of(states).contains(String.valueOf(sql.getSQLState())));
    }
}
