package dev.kontor.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who changes a dataset by REST, one request after the other on one connection. */
final class Editor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DATASETS = "/api/v1/datasets/01941f29-7c00-7000-8000-0000000000";

    /** As long as those that browsers make. */
    private static final String BOUNDARY = "----benchFormBoundary7MA4YWxkTrZu0gW";

    private static final String PROJECT = "01941f29-7c00-7000-8000-000000000004";

    private final Http http;
    private final String session;

    Editor(int port, String session) throws IOException {
        this.http = new Http(port);
        this.session = session;
    }

    static String million() {
        return DATASETS + "11";
    }

    static String thousand() {
        return DATASETS + "12";
    }

    static String most() {
        return DATASETS + "13";
    }

    static String uploads() {
        return DATASETS + "14";
    }

    /** The path of an item by its number. */
    static String path(long n) {
        return "drive %04d/camera %d/%09d.jpg".formatted(n / 10_000, n / 1_000 % 10, n);
    }

    static String q(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String after(String path) {
        byte[] key = JSON.writeValueAsString(List.of(path)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    byte[] read(String path) {
        return Http.get(path, session);
    }

    JsonNode get(String path) throws IOException {
        return answered(http.fetch(read(path)));
    }

    JsonNode post(String path, String json) throws IOException {
        return answered(http.fetch(Http.request("POST", path, json, session)));
    }

    /** The path of the open draft. */
    String draft(String dataset, String branch) throws IOException {
        return dataset + "/drafts/"
                + post(dataset + "/drafts", "{\"branch\":\"" + branch + "\"}")
                        .get("number")
                        .asLong();
    }

    /** A dataset of the hundredth part of the million that has one class; how many milliseconds until it is there. */
    double filter(String name) throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode job = post("/api/v1/projects/" + PROJECT + "/derivations", """
            {"name": "%s", "sources": [{"datasetId": "%s", "version": "main"}],
             "where": {"label": {"type": "CLASSIFICATION", "category": "class 7"}}}\
            """.formatted(
                        name, million().substring(million().lastIndexOf('/') + 1)));
        while (job.get("state").asString().equals("RUNNING")) {
            Thread.sleep(5);
            job = get("/api/v1/me/derivations/" + job.get("id").asString());
        }
        if (!job.get("state").asString().equals("DONE") || job.get("taken").asLong() == 0) {
            throw new IOException("Not filtered: " + job);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    void put(String draft, String path, byte[] bytes) throws IOException {
        answered(http.fetch(
                Http.request("PUT", draft + "/item?path=" + q(path), "application/octet-stream", bytes, session)));
    }

    JsonNode commit(String draft) throws IOException {
        return post(draft + "/commit", "{\"message\":\"measured\"}");
    }

    void send(byte[] request) throws IOException {
        answered(http.fetch(request));
    }

    byte[] putting(String draft, String path, byte[] bytes) {
        return Http.request("PUT", draft + "/item?path=" + q(path), "application/octet-stream", bytes, session);
    }

    /** Files of a batch, with a digest for each. */
    byte[] batch(String draft, List<String> paths, List<byte[]> files) throws IOException {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            items.add("{\"path\":" + JSON.writeValueAsString(paths.get(i)) + ",\"digest\":\"" + sha256(files.get(i))
                    + "\"}");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"items\"", ("[" + String.join(",", items) + "]").getBytes(StandardCharsets.UTF_8));
        for (byte[] file : files) {
            part(body, "name=\"file\"; filename=\"f\"", file);
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return Http.request(
                "POST", draft + "/items", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), session);
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] bytes) throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(bytes);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode answered(Http.Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException("Answered " + answer.status() + ": " + answer.text());
        }
        return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
