package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.crash.Caller.File;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody who fills a dataset until the server is gone, and keeps book of what it acknowledged: versions, what the open
 * draft held, and what was under way at the end. Contents are by path, as digests.
 */
final class Writer {
    /** What the server answered with success. */
    record Acknowledged(String id, Map<String, String> items) {}

    private final String project;
    private final String dataset;
    private final Random random;
    private final List<byte[]> common;

    final List<Acknowledged> versions = new CopyOnWriteArrayList<>();
    /** As the open draft shows it; what the newest version holds, where nothing is staged. */
    Map<String, String> staged = new TreeMap<>();
    /** As the draft would show it if the last request, which was not answered, came through. */
    Map<String, String> underWay = new TreeMap<>();

    boolean committing;

    /** @param common contents that other writers send as well */
    Writer(String project, String dataset, Random random, List<byte[]> common) {
        this.project = project;
        this.dataset = dataset;
        this.random = random;
        this.common = common;
    }

    String dataset() {
        return dataset;
    }

    Map<String, String> newest() {
        return versions.isEmpty() ? Map.of() : versions.getLast().items();
    }

    void writeUntilGone(Caller caller) {
        try {
            while (true) {
                write(caller);
            }
        } catch (UncheckedIOException gone) {
            // what was under way is in the book
        }
    }

    private void write(Caller caller) {
        String draft = dataset + "/drafts/"
                + caller.post(dataset + "/drafts", "{}").json().get("number").longValue();
        for (int batches = 1 + random.nextInt(3); batches > 0; batches--) {
            sendBatch(caller, draft);
        }
        if (random.nextInt(3) == 0) {
            sendLarge(caller, draft);
        }
        if (random.nextInt(3) == 0) {
            remove(caller, draft);
        }
        commit(caller, draft);
        if (random.nextInt(2) == 0) {
            makeAndDelete(caller);
        }
    }

    /** A dataset for nothing but its end, some of whose contents others have, too: nothing of it is in the book. */
    private void makeAndDelete(Caller caller) {
        String name = "Scrap" + UUID.randomUUID();
        String scrap = "/datasets/"
                + caller.post(project + "/datasets", "{\"name\": \"" + name + "\"}")
                        .expect(201)
                        .json()
                        .get("id")
                        .stringValue();
        commitSome(caller, scrap, "main");
        commitSome(caller, scrap, "main");
        caller.post(scrap + "/branches", "{\"name\": \"side\", \"from\": \"main\"}")
                .expect(201);
        commitSome(caller, scrap, "side");
        caller.delete(scrap + "/versions/1").expect(204);
        caller.delete(scrap + "/branches/side").expect(204);
        caller.delete(scrap + "?name=" + name).expect(204);
    }

    private void commitSome(Caller caller, String scrap, String branch) {
        String draft = scrap + "/drafts/"
                + caller.post(scrap + "/drafts", "{\"branch\": \"" + branch + "\"}")
                        .json()
                        .get("number")
                        .longValue();
        List<File> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String labels = random.nextBoolean() ? null : "{}";
            files.add(new File("p" + i, i == 0 ? random(0, 400_000) : bytes(), labels));
        }
        caller.batch(draft + "/items", files).expect(200);
        caller.post(draft + "/commit", "{\"message\": \"Scrap\"}").expect(201);
    }

    private void sendBatch(Caller caller, String draft) {
        Map<String, File> files = new HashMap<>();
        for (int i = 5 + random.nextInt(20); i > 0; i--) {
            String path = "f%d/%02d.bin".formatted(random.nextInt(4), random.nextInt(50));
            files.put(path, new File(path, bytes(), null));
        }
        Map<String, String> after = new TreeMap<>(staged);
        files.forEach((path, file) -> after.put(path, Caller.sha256(file.bytes())));
        underWay = after;
        var answer = caller.batch(draft + "/items", List.copyOf(files.values())).expect(200);
        assertThat(answer.text()).doesNotContain("REFUSED").doesNotContain("UNKNOWN_CONTENT");
        staged = after;
    }

    private void sendLarge(Caller caller, String draft) {
        byte[] bytes = random(1 << 20, 2 << 20);
        String digest = Caller.sha256(bytes);
        underWay = new TreeMap<>(staged);
        underWay.put("large.bin", digest);
        String announced = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
        caller.put(draft + "/item?path=large.bin", bytes, "Content-Digest", "sha-256=:" + announced + ":")
                .expect(200);
        staged = underWay;
    }

    private void remove(Caller caller, String draft) {
        String path = List.copyOf(staged.keySet()).get(random.nextInt(staged.size()));
        underWay = new TreeMap<>(staged);
        underWay.remove(path);
        caller.delete(draft + "/item?path=" + path).expect(204);
        staged = underWay;
    }

    private void commit(Caller caller, String draft) {
        underWay = staged;
        if (staged.equals(newest())) {
            return;
        }
        committing = true;
        String id = caller.post(draft + "/commit", "{\"message\": \"More\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
        committed(id);
    }

    void committed(String id) {
        versions.add(new Acknowledged(id, Map.copyOf(staged)));
        committing = false;
    }

    /** Small ones are kept in the database, others in files; some are what somebody else sends at the same time. */
    private byte[] bytes() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> common.get(random.nextInt(common.size()));
            case 3, 4, 5, 6 -> random(0, 4_000);
            case 7, 8 -> random(4_000, 100_000);
            default -> random(100_000, 500_000);
        };
    }

    private byte[] random(int least, int most) {
        byte[] bytes = new byte[random.nextInt(least, most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
