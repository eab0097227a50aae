package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Random work on a dataset over HTTP, beside a map that says what must be there: at the draft and at every version that
 * ever was, also where lines overlay others (the main branch is moved to a new line now and then). The seed is in the
 * test's name and in every message.
 */
@Specification
class DraftModelTest {
    private static final String[] PATHS = {"a", "a/b", "a/c/d", "a/c/e", "a0", "b/ä.txt", "b/z/z/z", "c", "c.d/e", "Ω/1"
    };

    @Autowired
    Stage stage;

    /** Content and label of an item; no label is null. */
    private record State(String content, String label) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void isAsTheModelSays(long seed) {
        new Run(seed, Playground.of(stage), stage).play(120);
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final Playground at;
        private final Stage stage;
        private final Client olga;
        private final Map<String, TreeMap<String, State>> versions = new HashMap<>();
        private TreeMap<String, State> committed = new TreeMap<>();
        private TreeMap<String, State> drafted = new TreeMap<>();
        private String draft;

        Run(long seed, Playground at, Stage stage) {
            this.seed = seed;
            this.random = new Random(seed);
            this.at = at;
            this.stage = stage;
            this.olga = at.owner();
            this.draft = at.draft();
            olga.put(draft + "/catalog", "{\"CLASSIFICATION\": {}}").ok();
        }

        void play(int steps) {
            for (int step = 0; step < steps; step++) {
                int what = random.nextInt(20);
                if (what < 9) stages();
                else if (what < 12) removes();
                else if (what < 14) labels();
                else if (what < 17) commits();
                else if (what < 18) discards();
                else forks();
                checks(draftRef(), drafted);
                if (!versions.isEmpty() && random.nextInt(4) == 0) {
                    String version =
                            new ArrayList<>(new TreeSet<>(versions.keySet())).get(random.nextInt(versions.size()));
                    checks(version, versions.get(version));
                }
            }
            versions.forEach(this::checks);
        }

        private String draftRef() {
            return "draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        }

        private void stages() {
            Upload upload = new Upload();
            Set<String> used = new TreeSet<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String path = path();
                if (!used.add(path)) continue;
                String content = "c" + random.nextInt(4);
                String label = random.nextBoolean() ? null : "l" + random.nextInt(3);
                State before = drafted.get(path);
                upload.file(path, content.getBytes(StandardCharsets.UTF_8), label == null ? null : json(label));
                // absent labels stay as they are
                drafted.put(path, new State(content, label != null ? label : before == null ? null : before.label()));
            }
            Answer answer = upload.to(olga, draft).ok();
            assertThat(answer.json().get("outcomes").findValuesAsString("outcome"))
                    .as(why())
                    .containsAnyOf("STAGED", "UNCHANGED");
        }

        private void removes() {
            String path = path();
            Answer answer = olga.delete("%s", draft + "/item?path=" + Texts.q(path));
            assertThat(answer.said()).as(why()).isEqualTo(drafted.remove(path) == null ? "404 not-found" : "204");
        }

        private void labels() {
            String path = path();
            String label = random.nextInt(3) == 0 ? null : "l" + random.nextInt(3);
            Answer answer = olga.patch(
                    draft + "/item?path=" + Texts.q(path),
                    "{\"labels\": " + (label == null ? "null" : json(label)) + "}");
            State before = drafted.get(path);
            assertThat(answer.said()).as(why()).isEqualTo(before == null ? "404 not-found" : "200");
            if (before != null) {
                drafted.put(path, new State(before.content(), label));
            }
        }

        private void commits() {
            countsChanges();
            Answer answer = olga.post(draft + "/commit", Map.of("message", "m"));
            if (committed.equals(drafted) && !versions.isEmpty()) {
                assertThat(answer.said()).as(why()).isEqualTo("409 nothing-to-commit");
                return;
            }
            assertThat(answer.said()).as(why()).isEqualTo("201");
            assertThat(answer.at("/items")).as(why()).isEqualTo("" + drafted.size());
            assertThat(answer.at("/bytes"))
                    .as(why())
                    .isEqualTo(""
                            + drafted.values().stream()
                                    .mapToInt(s -> s.content().length())
                                    .sum());
            committed = new TreeMap<>(drafted);
            versions.put(answer.id().toString(), committed);
            checksStatistics();
            draft = at.draft();
        }

        private void countsChanges() {
            JsonNode shown = olga.get(draft).ok().json();
            long added = drafted.keySet().stream()
                    .filter(path -> !committed.containsKey(path))
                    .count();
            long removed = committed.keySet().stream()
                    .filter(path -> !drafted.containsKey(path))
                    .count();
            List<String> changed = drafted.keySet().stream()
                    .filter(path ->
                            committed.containsKey(path) && !committed.get(path).equals(drafted.get(path)))
                    .toList();
            assertThat(shown.get("added").longValue()).as(why()).isEqualTo(added);
            assertThat(shown.get("removed").longValue()).as(why()).isEqualTo(removed);
            assertThat(shown.get("changed").longValue()).as(why()).isEqualTo(changed.size());
            List<String> listed = new ArrayList<>();
            olga.get(draft + "/changes").ok().items().stream()
                    .filter(change -> change.get("change").stringValue().equals("CHANGED"))
                    .forEach(change -> listed.add(change.get("path").stringValue()));
            assertThat(listed).as(why()).containsExactlyInAnyOrderElementsOf(changed);
        }

        private void checksStatistics() {
            JsonNode labels = olga.get(at.at() + "/preview").ok().json().at("/statistics/labels/CLASSIFICATION");
            for (String label : List.of("l0", "l1", "l2")) {
                long times = committed.values().stream()
                        .filter(state -> label.equals(state.label()))
                        .count();
                assertThat(labels.path(label).asLong(0)).as(why() + " " + label).isEqualTo(times);
            }
        }

        private void discards() {
            olga.delete(draft).says("204");
            drafted = new TreeMap<>(committed);
            draft = at.draft();
            if (versions.isEmpty()) {
                olga.put(draft + "/catalog", "{\"CLASSIFICATION\": {}}").ok();
            }
        }

        /** No route makes branches yet: the main branch goes on, on a line that overlays the one it was on. */
        private void forks() {
            if (versions.isEmpty()) return;
            olga.delete(draft).says("204");
            drafted = new TreeMap<>(committed);
            var sql = stage.sql();
            var line = sql.select(BRANCH.LINE_ID, LINE.NEXT_NUMBER)
                    .from(BRANCH)
                    .join(LINE)
                    .on(LINE.ID.eq(BRANCH.LINE_ID))
                    .where(BRANCH.DATASET_ID.eq(at.id()).and(BRANCH.NAME.eq("main")))
                    .fetchSingle();
            var newest = sql.select(VERSION.LINE_ID, VERSION.NUMBER)
                    .from(VERSION)
                    .where(VERSION.DATASET_ID.eq(at.id()))
                    .orderBy(VERSION.NUMBER.desc())
                    .limit(1)
                    .fetchSingle();
            Long child = sql.insertInto(LINE)
                    .set(LINE.WORKSPACE_ID, at.workspace())
                    .set(LINE.DATASET_ID, at.id())
                    .set(LINE.PARENT_LINE_ID, newest.value1())
                    .set(LINE.FORKED_AT, newest.value2())
                    .set(LINE.NEXT_NUMBER, line.value2())
                    .returning(LINE.ID)
                    .fetchSingle()
                    .get(LINE.ID);
            sql.insertInto(BRANCH)
                    .set(BRANCH.DATASET_ID, at.id())
                    .set(BRANCH.NAME, "line " + line.value1())
                    .set(BRANCH.LINE_ID, child)
                    .set(BRANCH.CREATED_AT, java.time.Instant.now())
                    .execute();
            // swapped, so that every line has a branch
            sql.execute(
                    "update branch set name = 'swap' where dataset_id = {0} and name = 'main'",
                    org.jooq.impl.DSL.val(at.id()));
            sql.update(BRANCH)
                    .set(BRANCH.NAME, "main")
                    .where(BRANCH.LINE_ID.eq(child))
                    .execute();
            sql.update(BRANCH)
                    .set(BRANCH.NAME, "line " + line.value1())
                    .where(BRANCH.LINE_ID.eq(line.value1()))
                    .execute();
            draft = at.draft();
        }

        private void checks(String ref, TreeMap<String, State> wanted) {
            TreeMap<String, State> found = new TreeMap<>();
            List<String> order = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = olga.get(at.at() + "/versions/" + ref + "/items?limit=3" + cursor)
                        .ok();
                page.items().forEach(item -> {
                    JsonNode label = item.at("/labels/CLASSIFICATION/category");
                    String content = "c"
                            + List.of(0, 1, 2, 3).stream()
                                    .filter(n -> Upload.sha256(("c" + n).getBytes(StandardCharsets.UTF_8))
                                            .equals(item.get("digest").stringValue()))
                                    .findFirst()
                                    .orElseThrow();
                    found.put(
                            item.get("path").stringValue(),
                            new State(content, label.isString() ? label.stringValue() : null));
                    order.add(item.get("path").stringValue());
                });
                cursor = page.next() == null ? "" : "&cursor=" + page.next();
            } while (!cursor.isEmpty());
            assertThat(found).as(why() + " at " + ref).isEqualTo(wanted);
            assertThat(order).as(why()).isSortedAccordingTo(Texts::compare);
            folders(ref, wanted);
        }

        private void folders(String ref, TreeMap<String, State> wanted) {
            String folder = List.of("", "a/", "a/c/", "b/").get(random.nextInt(4));
            Set<String> folders = new TreeSet<>(Texts::compare);
            Set<String> files = new TreeSet<>(Texts::compare);
            for (String path : wanted.keySet()) {
                if (!path.startsWith(folder)) continue;
                int slash = path.indexOf('/', folder.length());
                if (slash < 0) files.add(path);
                else folders.add(path.substring(0, slash + 1));
            }
            List<String> foundFolders = new ArrayList<>();
            List<String> foundFiles = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = olga.get(at.at() + "/versions/" + ref + "/folder?limit=2&prefix=" + folder + cursor)
                        .ok();
                page.json()
                        .get("folders")
                        .forEach(f -> foundFolders.add(f.get("path").stringValue()));
                foundFiles.addAll(page.items("/path"));
                cursor = page.next() == null ? "" : "&cursor=" + page.next();
            } while (!cursor.isEmpty());
            assertThat(foundFolders).as(why() + " folders of " + folder).containsExactlyElementsOf(folders);
            assertThat(foundFiles).as(why() + " files of " + folder).containsExactlyElementsOf(files);
        }

        private String path() {
            return PATHS[random.nextInt(PATHS.length)];
        }

        private static String json(String label) {
            return "{\"CLASSIFICATION\": {\"category\": \"" + label + "\"}}";
        }

        private String why() {
            return "seed " + seed;
        }
    }
}
