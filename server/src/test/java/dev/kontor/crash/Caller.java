package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who speaks to the server over HTTP, with the session that signing in gave them. */
public final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();
    public static final String PASSWORD = "a long enough secret";

    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Caller(int port) {
        this.port = port;
    }

    /** The same person, with the same session, at a server elsewhere. */
    public Caller at(int port) {
        Caller same = new Caller(port);
        same.cookies.putAll(cookies);
        return same;
    }

    /** What came back. */
    public record Answer(int status, byte[] bytes, Map<String, List<String>> headers) {
        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /** {@code 409 name-taken}, or the status alone where all is well. */
        public String outcome() {
            return status < 400
                    ? String.valueOf(status)
                    : status + " " + json().path("code").asString("");
        }

        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + status + ": " + text());
            }
            return this;
        }
    }

    /** A file of a batch. */
    public record File(String path, byte[] bytes, String labels) {}

    /** Registers an organization and stays signed in as its first user. */
    public static Caller register(int port, String organization, String name) {
        Caller caller = new Caller(port);
        caller.get("/server");
        caller.post("/organizations", """
            {"organization": "%s", "name": "%s", "email": "%s", "password": "%s"}\
            """.formatted(
                                organization, name, "u" + UUID.randomUUID() + "@kontor.test", PASSWORD))
                .expect(201);
        return caller;
    }

    /** Somebody who registered before, perhaps at another server. */
    public static Caller signIn(int port, String email) {
        Caller caller = new Caller(port);
        caller.get("/server");
        var answer = caller.post("/session", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return caller;
    }

    public JsonNode me() {
        return get("/me").expect(200).json();
    }

    public UUID userId() {
        return UUID.fromString(me().at("/user/id").stringValue());
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** An answer that is read while it comes, and may be as long as it likes. */
    public HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Cookie", "KONTOR_SESSION=" + cookies.get("KONTOR_SESSION"))
                .build();
        return HTTP.send(request, BodyHandlers.ofInputStream());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), concat(headers, "Content-Type", "application/json"));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    public Answer put(String path, byte[] bytes, String... headers) {
        return send(
                "PUT",
                path,
                BodyPublishers.ofByteArray(bytes),
                concat(headers, "Content-Type", "application/octet-stream"));
    }

    /** A batch of files, each with the digest of its bytes. */
    public Answer batch(String path, List<File> files) {
        List<String> items = files.stream()
                .map(file -> "{\"path\": %s, \"digest\": \"%s\"%s}"
                        .formatted(
                                JSON.writeValueAsString(file.path()),
                                sha256(file.bytes()),
                                file.labels() == null ? "" : ", \"labels\": " + file.labels()))
                .toList();
        return multipart(
                path,
                "[" + String.join(",", items) + "]",
                files.stream().map(File::bytes).toList());
    }

    public Answer multipart(String path, String items, List<byte[]> files) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            String boundary = "b" + UUID.randomUUID();
            body.writeBytes(("--" + boundary
                            + "\r\n"
                            + "Content-Disposition: form-data; name=\"items\"\r\n"
                            + "Content-Type: application/json\r\n\r\n"
                            + items + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (byte[] file : files) {
                body.writeBytes(
                        ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                body.write(file);
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(
                    "POST",
                    path,
                    BodyPublishers.ofByteArray(body.toByteArray()),
                    "Content-Type",
                    "multipart/form-data; boundary=" + boundary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(1)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(c -> c.getKey() + "=" + c.getValue())
                                    .toList()));
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return answered(request.build());
    }

    private Answer answered(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(response.headers().map());
            return new Answer(response.statusCode(), response.body(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/v1" + path);
    }

    /** A value in a query. */
    public static String q(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] concat(String[] a, String... b) {
        String[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
