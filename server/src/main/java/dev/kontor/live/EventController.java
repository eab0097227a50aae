package dev.kontor.live;

import dev.kontor.access.Actor;
import dev.kontor.access.Passes;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The stream of hints that keeps an open page current (server-sent events). */
@RestController
class EventController {
    private final Streams streams;
    private final LiveSettings settings;
    private final Position position;
    private final JsonMapper json;

    EventController(Streams streams, LiveSettings settings, Position position, JsonMapper json) {
        this.streams = streams;
        this.settings = settings;
        this.position = position;
        this.json = json;
    }

    /**
     * Events: {@code ready} (data: {@code position}, which {@code GET me} has in its header {@code Kontor-Position}: where
     * both are the same, nothing was missed in between), {@code changed} (data: {@code scope}, and {@code workspace} where it was in one), {@code notifications},
     * {@code all} (ask for everything again; also what whoever comes back with {@code Last-Event-ID} hears first) and
     * {@code ended} (signed out, locked, or the key is gone). A comment comes as heartbeat. Written in the request's own
     * virtual thread, which holds no connection to the database.
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/me/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            Authentication authentication,
            @AuthenticationPrincipal Actor actor,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException {
        Stream stream = streams.open(actor, Passes.of(authentication));
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            OutputStream out = response.getOutputStream();
            write(out, "retry: 3000\n\nid: 1\nevent: ready\ndata: {\"position\":\"" + position.now() + "\"}\n\n");
            if (last != null) {
                stream.offer(Hint.ALL);
            }
            // a session that ended while this began is found now, or with the next heartbeat
            streams.endThoseWithoutPass();
            send(stream, out);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            streams.close(stream);
        }
    }

    private void send(Stream stream, OutputStream out) throws IOException, InterruptedException {
        while (!stream.ended()) {
            List<Hint> hints = stream.next(settings.heartbeat());
            StringBuilder text = new StringBuilder();
            hints.forEach(hint -> text.append("event: ")
                    .append(hint.event())
                    .append("\ndata: ")
                    .append(json.writeValueAsString(hint))
                    .append("\n\n"));
            write(out, text.isEmpty() ? ": still here\n\n" : text.toString());
        }
        write(out, "event: ended\ndata: {}\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
