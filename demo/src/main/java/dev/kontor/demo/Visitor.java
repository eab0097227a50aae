package dev.kontor.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the server with a session of their own: what a browser does, without the browser. Thread-safe. */
final class Visitor {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final String SESSION = "KONTOR_SESSION=";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI url;
    // a request is not forged if its cookie and its header say the same
    private final String token = UUID.randomUUID().toString();
    private volatile String session = "";
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Visitor(URI url) {
        this.url = url;
    }

    JsonNode get(String path) {
        return answer(request("GET", path, BodyPublishers.noBody()));
    }

    /** Fetches something of any type and size and keeps nothing of it; what takes long is given up. */
    void look(String path) {
        HttpRequest request = request("GET", path, BodyPublishers.noBody()).build();
        http.sendAsync(request, BodyHandlers.discarding())
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "?limit=200" + cursor);
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty());
        return items;
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode send(String method, String path, Object body) {
        BodyPublisher json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return answer(request(method, path, json).header("Content-Type", "application/json"));
    }

    JsonNode upload(String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = request(method, path, body);
        headers.forEach(request::header);
        return answer(request);
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path)).timeout(PATIENCE);
        if (!session.isEmpty()) {
            request.header("Cookie", SESSION + session + "; XSRF-TOKEN=" + token);
            request.header("X-XSRF-TOKEN", token);
        }
        return request.method(method, body);
    }

    private void remember(HttpResponse<String> answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(SESSION))
                .forEach(cookie -> session = cookie.substring(SESSION.length()).split(";", 2)[0]);
    }

    private JsonNode answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            remember(answer);
            if (answer.statusCode() >= 300) {
                String what = request.method() + " " + request.uri().getRawPath();
                throw new Problem(what, answer.statusCode(), read(answer.body()));
            }
            return read(answer.body());
        } catch (ConnectException nobody) {
            throw new Trouble(
                    "No Kontor answers at " + url + ": start one with ./kontor serve, or name another by --url.");
        } catch (IOException fault) {
            throw new Trouble("The connection to " + url + " broke: " + fault.getMessage());
        } catch (InterruptedException stop) {
            throw new Trouble("Interrupted.");
        }
    }

    private static JsonNode read(String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        return json ? JSON.readTree(body) : JSON.createObjectNode().put("detail", body);
    }
}
