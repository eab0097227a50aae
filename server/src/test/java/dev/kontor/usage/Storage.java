package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Stage;
import dev.kontor.usage.StorageCounts.Sums;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A workspace of somebody's own with a project, what is done in it, and what it stores by that. */
record Storage(Stage stage, Client owner, UUID workspace, UUID project) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Of a workspace on trial. */
    static final long LIMIT = 10L << 30;

    static Storage of(Stage stage) {
        Client owner = stage.stranger("Olga");
        UUID workspace = owner.post("workspaces", Map.of("name", "Acme")).ok().id();
        return new Storage(stage, owner, workspace, stage.project(owner, workspace, "Streets", "PUBLIC"));
    }

    UUID dataset() {
        return dataset(project);
    }

    UUID dataset(UUID in) {
        return owner.post("projects/" + in + "/datasets", Map.of("name", "Day " + NUMBER.incrementAndGet()))
                .ok()
                .id();
    }

    /** The open draft's path. */
    String draft(UUID dataset) {
        return "datasets/" + dataset + "/drafts/"
                + owner.post("datasets/" + dataset + "/drafts", Map.of()).ok().at("/number");
    }

    Answer put(String draft, String path, String content) {
        return owner.put(draft + "/item?path=" + path, content.getBytes(StandardCharsets.UTF_8));
    }

    UUID commit(String draft) {
        return owner.post(draft + "/commit", Map.of("message", "so far"))
                .says("201")
                .id();
    }

    /** A dataset with a version in which is that. */
    UUID holding(String content) {
        UUID dataset = dataset();
        String draft = draft(dataset);
        put(draft, "a.txt", content).ok();
        commit(draft);
        return dataset;
    }

    Answer duplicate(UUID dataset, UUID into) {
        return owner.post(
                "projects/" + into + "/derivations",
                Map.of(
                        "name",
                        "Copy " + NUMBER.incrementAndGet(),
                        "sources",
                        java.util.List.of(Map.of("datasetId", dataset, "version", "main"))));
    }

    void open(UUID dataset) {
        owner.send("PUT", "datasets/" + dataset + "/opening", null, Map.of()).ok();
    }

    Answer close(UUID dataset) {
        return owner.patch("datasets/" + dataset, Map.of("visibility", "PROJECT"));
    }

    /** What is kept of a project; it is what counting from scratch gives. */
    Sums sums(UUID of) {
        assertThat(new StorageCounts(stage.sql()).recount(of)).isEmpty();
        return stage.sql()
                .select(
                        PROJECT_STORAGE.CONTENTS,
                        PROJECT_STORAGE.BYTES,
                        PROJECT_STORAGE.OPEN_CONTENTS,
                        PROJECT_STORAGE.OPEN_BYTES)
                .from(PROJECT_STORAGE)
                .where(PROJECT_STORAGE.PROJECT_ID.eq(of))
                .fetchOptional(row -> new Sums(row.value1(), row.value2(), row.value3(), row.value4()))
                .orElse(Sums.NONE);
    }

    Sums sums() {
        return sums(project);
    }

    /** As if other projects of the workspace stored all but so many bytes of a quota. */
    Storage leaving(long bytes) {
        return filled(LIMIT - bytes, 0);
    }

    Storage leavingOpen(long bytes) {
        return filled(0, LIMIT - bytes);
    }

    private Storage filled(long bytes, long openBytes) {
        UUID other = stage.project(owner, workspace, "Other " + NUMBER.incrementAndGet(), "PUBLIC");
        stage.sql()
                .insertInto(PROJECT_STORAGE)
                .set(PROJECT_STORAGE.PROJECT_ID, other)
                .set(PROJECT_STORAGE.WORKSPACE_ID, workspace)
                .set(PROJECT_STORAGE.BYTES, bytes)
                .set(PROJECT_STORAGE.OPEN_BYTES, openBytes)
                .execute();
        return this;
    }
}
