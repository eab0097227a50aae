package dev.kontor.storage;

import dev.kontor.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends a content to somebody who was found to be allowed to read it: of a safe type, sandboxed, kept by their browser
 * alone and only to be asked about again, in part where a part is asked for.
 */
@Component
public class Download {
    private final Contents contents;

    Download(Contents contents) {
        this.contents = contents;
    }

    /**
     * @param name by which the browser saves it
     * @param attachment save rather than show
     */
    public record Wanted(Content content, String mediaType, String name, boolean attachment) {}

    public void send(Wanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Content content = wanted.content();
        safe(response, wanted);
        if (new ServletWebRequest(request, response).checkNotModified("\"" + content.digest() + "\"")) {
            return;
        }
        Optional<URI> link = link(wanted, request);
        if (link.isPresent()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader(HttpHeaders.LOCATION, link.get().toString());
            response.setStatus(HttpStatus.FOUND.value());
            return;
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        Optional<HttpRange> range = range(request, content);
        if (range.isPresent() && range.get().getRangeStart(content.size()) >= content.size()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + content.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        long from = range.map(r -> r.getRangeStart(content.size())).orElse(0L);
        long to = range.map(r -> r.getRangeEnd(content.size())).orElse(content.size() - 1);
        if (range.isPresent()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + content.size());
        }
        if (!handOver(content, from, to + 1, request, response)) {
            copy(content, from, to - from + 1, response);
        }
    }

    /**
     * Lets the container send a file, which the system does without any of its bytes coming through here. Not where it
     * cannot: encrypted, or in other containers.
     */
    private boolean handOver(
            Content content, long from, long end, HttpServletRequest request, HttpServletResponse response) {
        if (!Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"))
                || !request.getMethod().equals("GET")) {
            return false;
        }
        Optional<Path> file = contents.file(content);
        file.ifPresent(path -> {
            response.setContentLengthLong(end - from);
            request.setAttribute("org.apache.tomcat.sendfile.filename", path.toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", from);
            request.setAttribute("org.apache.tomcat.sendfile.end", end);
        });
        return file.isPresent();
    }

    /** Only for what is saved: what a page shows comes from this server alone, as its content policy says. */
    private Optional<URI> link(Wanted wanted, HttpServletRequest request) {
        return wanted.attachment() && request.getMethod().equals("GET")
                ? contents.link(wanted.content(), wanted.mediaType(), attachment(wanted.name()))
                : Optional.empty();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** Headers with which nothing that is sent can do anything in the browser. */
    private static void safe(HttpServletResponse response, Wanted wanted) {
        boolean shown = MediaTypes.shown(wanted.mediaType()) && !wanted.attachment();
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(wanted.name(), StandardCharsets.UTF_8)
                .build();
        boolean text = wanted.mediaType().startsWith("text/");
        response.setContentType(text ? wanted.mediaType() + ";charset=UTF-8" : wanted.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** One range is served; several, or a wrong one, are answered with the whole. */
    private static Optional<HttpRange> range(HttpServletRequest request, Content content) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition != null && !condition.equals("\"" + content.digest() + "\"")) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Opened before a length is promised: where the store does not answer, that is said instead. */
    private void copy(Content content, long from, long length, HttpServletResponse response) throws IOException {
        try (InputStream in = open(content, from, length, response)) {
            response.setContentLengthLong(length);
            OutputStream out = response.getOutputStream();
            byte[] buffer = new byte[64 << 10];
            for (long left = length; left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    throw new IOException("The content " + content.digest() + " is shorter than it should be.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private InputStream open(Content content, long from, long length, HttpServletResponse response) throws IOException {
        try {
            return contents.open(content, from, length);
        } catch (Refused unavailable) {
            response.reset();
            throw unavailable;
        }
    }
}
