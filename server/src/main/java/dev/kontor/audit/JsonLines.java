package dev.kontor.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/** An answer of one JSON document per line, of no length known beforehand. */
final class JsonLines {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private JsonLines() {}

    static OutputStream begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".jsonl\"");
        return response.getOutputStream();
    }
}
