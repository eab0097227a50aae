package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.crash.Writer.Acknowledged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares what the server shows after a restart with what a writer was told before. */
final class Inspector {
    private final Caller caller;
    private final Writer writer;
    private final Set<String> read = new HashSet<>();

    private Inspector(Caller caller, Writer writer) {
        this.caller = caller;
        this.writer = writer;
    }

    /** @param everything reads the bytes of all versions, not only of the newest one and the draft */
    static void inspect(Caller caller, Writer writer, boolean everything) {
        Inspector inspector = new Inspector(caller, writer);
        inspector.compareVersions();
        inspector.compareDraft();
        List<Acknowledged> versions = writer.versions;
        versions.subList(everything || versions.isEmpty() ? 0 : versions.size() - 1, versions.size())
                .forEach(version -> inspector.readAll(version.id(), version.items()));
    }

    /** In what was restored: every version up to some moment that lay after so many, each as it was acknowledged, whole. */
    static void inspectRestored(Caller caller, Writer writer, int atLeast) {
        Inspector inspector = new Inspector(caller, writer);
        List<JsonNode> shown = inspector.all("/versions");
        Collections.reverse(shown);
        assertThat(shown).hasSizeBetween(atLeast, writer.versions.size() + 1);
        for (int i = 0; i < Math.min(shown.size(), writer.versions.size()); i++) {
            Acknowledged known = writer.versions.get(i);
            assertThat(shown.get(i).get("id").stringValue()).isEqualTo(known.id());
            assertThat(inspector.items(known.id())).isEqualTo(known.items());
            inspector.readAll(known.id(), known.items());
        }
    }

    private void compareVersions() {
        List<JsonNode> shown = all("/versions");
        Collections.reverse(shown);
        List<String> ids =
                shown.stream().map(version -> version.get("id").stringValue()).toList();
        List<String> known = writer.versions.stream().map(Acknowledged::id).toList();
        if (writer.committing && ids.size() == known.size() + 1) {
            writer.committed(ids.getLast());
        }
        writer.committing = false;
        assertThat(ids).isEqualTo(writer.versions.stream().map(Acknowledged::id).toList());
        for (int i = 0; i < ids.size(); i++) {
            Map<String, String> items = writer.versions.get(i).items();
            assertThat(items(ids.get(i))).isEqualTo(items);
            assertThat(shown.get(i).get("items").longValue()).isEqualTo(items.size());
        }
    }

    /** A request that was not answered came through as a whole or not at all. */
    private void compareDraft() {
        List<JsonNode> drafts = all("/drafts");
        assertThat(drafts).hasSizeLessThanOrEqualTo(1);
        if (drafts.isEmpty()) {
            assertThat(writer.staged).as("The draft is gone").isEqualTo(writer.newest());
            return;
        }
        String ref = "draft-" + drafts.getFirst().get("number").longValue();
        Map<String, String> items = items(ref);
        assertThat(items).isIn(writer.staged, writer.underWay);
        writer.staged = new TreeMap<>(items);
        readAll(ref, items);
    }

    private Map<String, String> items(String ref) {
        Map<String, String> items = new TreeMap<>();
        all("/versions/" + ref + "/items")
                .forEach(item -> items.put(
                        item.get("path").stringValue(), item.get("digest").stringValue()));
        return items;
    }

    private void readAll(String ref, Map<String, String> items) {
        items.forEach((path, digest) -> {
            if (read.add(digest)) {
                byte[] bytes = caller.get(writer.dataset() + "/versions/" + ref + "/content?path=" + path)
                        .expect(200)
                        .bytes();
                assertThat(Caller.sha256(bytes)).as(path).isEqualTo(digest);
            }
        });
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get(writer.dataset() + path + "?limit=200" + cursor)
                    .expect(200)
                    .json();
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty());
        return items;
    }
}
