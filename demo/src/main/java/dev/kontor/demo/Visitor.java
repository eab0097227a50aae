package dev.kontor.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the server with a session of their own: what a browser does, without the browser. Thread-safe. */
final class Visitor {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Visitor(URI url) {
        this.url = url;
    }

    JsonNode get(String path) {
        return answer(request("GET", path, BodyPublishers.noBody()));
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
        if (!method.equals("GET") && cookie("KONTOR_SESSION") != null) {
            request.header("X-XSRF-TOKEN", token());
        }
        return request.method(method, body);
    }

    /** The server sets it with the first answer to somebody who is signed in. */
    private String token() {
        if (cookie("XSRF-TOKEN") == null) {
            get("me");
        }
        HttpCookie token = cookie("XSRF-TOKEN");
        return token == null ? "" : token.getValue();
    }

    private @Nullable HttpCookie cookie(String name) {
        return cookies.getCookieStore().get(url).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private JsonNode answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                String what = request.method() + " " + request.uri().getRawPath();
                throw new Problem(what, answer.statusCode(), read(answer.body()));
            }
            return read(answer.body());
        } catch (IOException fault) {
            throw new Trouble(
                    "No Kontor answers at " + url + ": start one with ./kontor serve, or name another by --url.");
        } catch (InterruptedException stop) {
            throw new Trouble("Interrupted.");
        }
    }

    private static JsonNode read(String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        return json ? JSON.readTree(body) : JSON.createObjectNode().put("detail", body);
    }
}
