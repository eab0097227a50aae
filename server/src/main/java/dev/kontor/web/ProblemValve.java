package dev.kontor.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What the container itself refuses (bad encodings, broken requests) is a problem document too, and tells nothing of it. */
public class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String code = status < 500 ? "malformed" : "internal";
        String detail = status < 500
                ? "The request is not one that this server reads: its path, headers or encoding are broken."
                : "Something went wrong in the server.";
        String body = "{\"type\":\"/problems/%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(code, status, code, detail);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            // the client went away: nobody is left to tell
        }
    }
}
