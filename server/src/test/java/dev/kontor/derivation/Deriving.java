package dev.kontor.derivation;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Datasets to derive from, and deriving over HTTP. */
final class Deriving {
    static final AtomicInteger NUMBER = new AtomicInteger();

    private Deriving() {}

    /** Four items with labels and metadata, in two folders. */
    static UUID streets(Client who, UUID project) {
        UUID streets = dataset(
                who,
                project,
                "Streets",
                new Upload()
                        .file("a/one.png", bytes("one"), label("cat", "{\"indoor\": true, \"n\": 3}"))
                        .file("a/two.jpg", bytes("two, longer"), label("dog", "{\"indoor\": false, \"n\": 12}"))
                        .file(
                                "b/three.txt",
                                bytes("three"),
                                "{\"BOX2D\": [" + box("cat", 5) + "," + box("dog", 50) + "]}")
                        .file("b/four.txt", bytes("four")));
        String draft = draft(who, streets);
        who.patch(draft + "/item?path=b/four.txt", Map.of("metadata", Map.of("weather", "rain, \"heavy\"", "lux", 7)))
                .ok();
        commit(who, draft);
        return streets;
    }

    static Answer start(Client who, UUID project, @Nullable String where, @Nullable String conflicts, UUID... sources) {
        return sent(who, project, where, conflicts, sources).says("201");
    }

    static Answer sent(Client who, UUID project, @Nullable String where, @Nullable String conflicts, UUID... sources) {
        // with a key all of it is one transaction
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return who.send("POST", "projects/" + project + "/derivations", wanted(where, conflicts, sources), key);
    }

    static Map<String, Object> wanted(@Nullable String where, @Nullable String conflicts, UUID... sources) {
        List<Map<String, Object>> from = new ArrayList<>();
        for (UUID source : sources) {
            from.add(Map.of("datasetId", source, "version", "main"));
        }
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", "Derived " + NUMBER.incrementAndGet());
        wanted.put("sources", from);
        if (where != null) {
            wanted.put("where", JsonMapper.shared().readTree(where));
        }
        if (conflicts != null) {
            wanted.put("conflicts", conflicts);
        }
        return wanted;
    }

    static List<String> paths(Client who, Answer made) {
        return who.get("datasets/" + made.at("/datasetId") + "/versions/main/items")
                .ok()
                .items("/path");
    }

    static UUID dataset(Client who, UUID project, String name, Upload files) {
        UUID id = who.post("projects/" + project + "/datasets", Map.of("name", unique(name)))
                .ok()
                .id();
        String draft = draft(who, id);
        who.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}, \"BOX2D\": {}}")
                .ok();
        files.to(who, draft).ok();
        commit(who, draft);
        return id;
    }

    static String unique(String name) {
        return name.equals("Streets") || name.equals("Open") ? name : name + " " + NUMBER.incrementAndGet();
    }

    static String draft(Client who, UUID dataset) {
        String at = "datasets/" + dataset + "/drafts";
        return at + "/" + who.post(at, Map.of()).ok().at("/number");
    }

    static void commit(Client who, String draft) {
        who.post(draft + "/commit", Map.of("message", "so far")).ok();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String label(String category, String attributes) {
        return "{\"CLASSIFICATION\": {\"category\": \"%s\", \"attributes\": %s}}".formatted(category, attributes);
    }

    static String box(String category, int w) {
        return ("{\"box2d\": {\"xmin\": 0, \"ymin\": 0, \"xmax\": 1, \"ymax\": 1}, \"category\": \"%s\","
                        + " \"attributes\": {\"w\": %d}}")
                .formatted(category, w);
    }
}
