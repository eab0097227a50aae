package dev.kontor.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workspace admin of the large workspace, who changes things by REST. */
final class Admin {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PAUSE = 10;

    private final Http http;
    private final BenchHome.Ready ready;
    private final String workspace;

    Admin(Http http, BenchHome.Ready ready) {
        this.http = http;
        this.ready = ready;
        this.workspace = "/api/v1/workspaces/" + ready.workspaceId();
    }

    /** What others do meanwhile: lists and single things, as all kinds of people. */
    Case reading() {
        List<byte[]> requests = java.util.Arrays.stream(Someone.values())
                .flatMap(someone -> List.of("/datasets?limit=50", "/projects?limit=50").stream()
                        .map(list -> Http.get(workspace + list, ready.cookie(someone))))
                .toList();
        return new Case("reading", "lists of datasets and projects, as all seven", requests, 4);
    }

    UUID organization(String name) throws IOException {
        JsonNode found = get(workspace + "/collaborators?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return id(StreamSupport.stream(found.get("items").spliterator(), false)
                .map(item -> item.get("organization"))
                .filter(organization -> organization.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id"));
    }

    void remove(UUID organizationId) throws IOException {
        send("DELETE", workspace + "/collaborators/" + organizationId, "", 204);
    }

    boolean offersAdditions() throws IOException {
        byte[] list = Http.get(workspace + "/members/additions", ready.cookie(Someone.ADMIN));
        return http.fetch(list).status() == 200;
    }

    /** Until the last one is in: beyond the first steps it is a job. */
    void addAll(UUID organizationId) throws IOException {
        String start = "{\"organizationId\":\"" + organizationId + "\"}";
        JsonNode addition = JSON.readTree(
                send("POST", workspace + "/members/additions", start, 201).body());
        String at = workspace + "/members/additions/" + id(addition.get("id"));
        while (addition.get("state").asString().equals("RUNNING")) {
            pause();
            addition = get(at);
        }
        if (addition.get("added").asInt() != 1_000) {
            throw new IOException("Not all were added: " + addition);
        }
    }

    /** Gives members a role and takes it away again; how long each took, in nanoseconds. */
    long[] editRoles(int edits) throws IOException {
        List<UUID> plain = StreamSupport.stream(
                        get(workspace + "/members?limit=200").get("items").spliterator(), false)
                .filter(item ->
                        item.get("roles").isEmpty() && item.get("assignable").size() > 2)
                .map(item -> id(item.get("user").get("id")))
                .toList();
        long[] taken = new long[edits];
        for (int i = 0; i < edits; i++) {
            String roles = i / plain.size() % 2 == 0 ? "\"DEVELOPER\"" : "";
            String member = workspace + "/members/" + plain.get(i % plain.size());
            long start = System.nanoTime();
            send("PATCH", member, "{\"roles\":[" + roles + "]}", 200);
            taken[i] = System.nanoTime() - start;
        }
        return taken;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupt) {
            throw new IOException(interrupt);
        }
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(answered(http.fetch(Http.get(path, ready.cookie(Someone.ADMIN))), 200)
                .body());
    }

    private Http.Answer send(String method, String path, String json, int status) throws IOException {
        return answered(http.fetch(Http.request(method, path, json, ready.cookie(Someone.ADMIN))), status);
    }

    private static Http.Answer answered(Http.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("Answered " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.asString());
    }
}
