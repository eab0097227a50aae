package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One random run: what was done, and what must be there after it. */
final class HistoryModel {
    private static final String[] PATHS = {"a", "a/b", "a/c/d", "b/ä", "c", "Ω/1"};

    /** Content and label of an item; no label is null. */
    record State(String content, @Nullable String label) {}

    /** A version, or where a branch began; base is the version before it, 0 for none. */
    private record Version(long number, String branch, long base, TreeMap<String, State> items) {}

    private record Draft(long number, TreeMap<String, State> items) {}

    private final long seed;
    private final Random random;
    private final String at;
    private final Client olga;
    private final TreeMap<Long, Version> versions = new TreeMap<>();
    /** The newest version of each branch, its own or where it began; 0 for none. */
    private final TreeMap<String, Long> heads = new TreeMap<>(Map.of("main", 0L));

    private final Map<String, Long> forks = new TreeMap<>();
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final TreeMap<String, Long> tags = new TreeMap<>();
    private int names;

    HistoryModel(long seed, Playground playground) {
        this.seed = seed;
        this.random = new Random(seed);
        this.at = playground.at();
        this.olga = playground.owner();
        String first = draft("main");
        olga.put(first + "/catalog", "{\"CLASSIFICATION\": {}}").ok();
        olga.post(first + "/commit", Map.of("message", "the catalog")).says("201");
        committed("main", drafts.get("main"));
    }

    void play(int steps) {
        for (int step = 0; step < steps; step++) {
            String branch = any(heads.keySet());
            int what = random.nextInt(24);
            if (what < 7) stages(branch);
            else if (what < 9) removes(branch);
            else if (what < 14) commits(branch);
            else if (what < 15) discards(branch);
            else if (what < 17) starts();
            else if (what < 18) ends(branch);
            else if (what < 20) tags();
            else if (what < 22) switches(branch);
            else deletes();
            compares(any(versions.keySet()), any(versions.keySet()));
            Version version = versions.get(any(versions.keySet()));
            checks(String.valueOf(version.number()), version.items());
            drafts.forEach((of, draft) -> checks("draft-" + draft.number(), draft.items()));
        }
        versions.forEach((number, version) -> checks(String.valueOf(number), version.items()));
        heads.forEach((name, head) -> checks(name, items(head)));
        tags.forEach((name, number) -> checks(name, items(number)));
        counts();
    }

    private TreeMap<String, State> items(long number) {
        return number == 0 ? new TreeMap<>() : versions.get(number).items();
    }

    private String draft(String branch) {
        Answer opened = olga.post(at + "/drafts", Map.of("branch", branch)).ok();
        long number = Long.parseLong(opened.at("/number"));
        drafts.computeIfAbsent(branch, b -> new Draft(number, new TreeMap<>(items(heads.get(b)))));
        assertThat(number).as(why()).isEqualTo(drafts.get(branch).number());
        return at + "/drafts/" + number;
    }

    private void stages(String branch) {
        String draft = draft(branch);
        TreeMap<String, State> items = drafts.get(branch).items();
        String path = PATHS[random.nextInt(PATHS.length)];
        String content = "c" + random.nextInt(3);
        String label = random.nextBoolean() ? null : "l" + random.nextInt(2);
        new Upload()
                .file(path, content.getBytes(StandardCharsets.UTF_8), label == null ? null : json(label))
                .to(olga, draft)
                .ok();
        State before = items.get(path);
        items.put(path, new State(content, label != null ? label : before == null ? null : before.label()));
    }

    private void removes(String branch) {
        String draft = draft(branch);
        String path = PATHS[random.nextInt(PATHS.length)];
        boolean there = drafts.get(branch).items().remove(path) != null;
        olga.delete("%s", draft + "/item?path=" + Texts.q(path)).says(there ? "204" : "404 not-found");
    }

    private void commits(String branch) {
        String path = draft(branch);
        Draft draft = drafts.get(branch);
        Answer answer = olga.post(path + "/commit", Map.of("message", "m"));
        boolean nothing = draft.items().equals(items(heads.get(branch)));
        if (nothing && answer.status() != 201) {
            answer.says("409 nothing-to-commit");
            return;
        }
        answer.says("201");
        committed(branch, draft);
    }

    private void committed(String branch, Draft draft) {
        drafts.remove(branch);
        versions.put(draft.number(), new Version(draft.number(), branch, heads.get(branch), draft.items()));
        heads.put(branch, draft.number());
    }

    private void discards(String branch) {
        if (drafts.containsKey(branch)) {
            olga.delete(at + "/drafts/" + drafts.remove(branch).number()).says("204");
        }
    }

    private void starts() {
        if (heads.size() > 5) return;
        long from = any(versions.keySet());
        String name = "b" + ++names;
        olga.post(at + "/branches", Map.of("name", name, "from", "" + from)).says("201");
        heads.put(name, from);
        forks.put(name, from);
    }

    private void ends(String branch) {
        if (branch.equals("main")) return;
        List<Long> own = versions.values().stream()
                .filter(version -> version.branch().equals(branch))
                .map(Version::number)
                .toList();
        boolean rests = drafts.containsKey(branch)
                || tags.values().stream().anyMatch(own::contains)
                || forks.values().stream().anyMatch(own::contains);
        olga.delete(at + "/branches/" + branch).says(rests ? "409 branch-in-use" : "204");
        if (!rests) {
            own.forEach(versions::remove);
            heads.remove(branch);
            forks.remove(branch);
        }
    }

    private void tags() {
        if (tags.size() > 2) {
            String gone = any(tags.keySet());
            olga.delete(at + "/tags/" + gone).says("204");
            tags.remove(gone);
        } else {
            long version = any(versions.keySet());
            String name = "t" + ++names;
            olga.post(at + "/tags", Map.of("name", name, "version", "v" + version))
                    .says("201");
            tags.put(name, version);
        }
    }

    private void switches(String branch) {
        long to = any(versions.keySet());
        boolean commit = random.nextBoolean();
        Map<String, String> wanted =
                commit ? Map.of("version", "" + to, "message", "switched") : Map.of("version", "" + to);
        Answer answer = olga.post(at + "/branches/" + branch + "/switch", wanted);
        if (drafts.containsKey(branch)) {
            answer.says("409 draft-open");
        } else if (items(heads.get(branch)).equals(items(to)) && answer.status() != 201) {
            answer.says("409 already-there");
        } else {
            answer.says("201");
            String number = answer.at(commit ? "/version/number" : "/draft/number");
            Draft draft = new Draft(Long.parseLong(number), new TreeMap<>(items(to)));
            drafts.put(branch, draft);
            if (commit) {
                committed(branch, draft);
            }
        }
    }

    private void deletes() {
        Version version = versions.get(any(versions.keySet()));
        boolean rests = heads.get(version.branch()) == version.number()
                || forks.containsValue(version.number())
                || tags.containsValue(version.number());
        olga.delete(at + "/versions/" + version.number()).says(rests ? "409 version-in-use" : "204");
        if (!rests) {
            versions.remove(version.number());
            versions.replaceAll((number, next) -> next.base() == version.number()
                    ? new Version(number, next.branch(), version.base(), next.items())
                    : next);
        }
    }

    /** Every page of what lies between two versions, against the model. */
    private void compares(long from, long to) {
        Map<String, String> wanted = between(items(from), items(to));
        Map<String, String> found = new TreeMap<>();
        String cursor = "";
        do {
            Answer page = olga.get(at + "/diff?limit=2&from=" + from + "&to=" + to + cursor)
                    .ok();
            page.items()
                    .forEach(one -> found.put(
                            one.get("path").stringValue(), one.get("change").stringValue()));
            cursor = page.next() == null ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        assertThat(found).as(why() + " from " + from + " to " + to).isEqualTo(wanted);
    }

    private static Map<String, String> between(TreeMap<String, State> before, TreeMap<String, State> after) {
        Map<String, String> changes = new TreeMap<>();
        before.keySet().forEach(path -> changes.put(path, "REMOVED"));
        after.keySet().forEach(path -> changes.put(path, "ADDED"));
        before.forEach((path, state) -> {
            if (state.equals(after.get(path))) changes.remove(path);
            else if (after.containsKey(path)) changes.put(path, "CHANGED");
        });
        return changes;
    }

    /** What each version says that it changed. */
    private void counts() {
        for (JsonNode shown : olga.get(at + "/versions?limit=200").ok().items()) {
            Version version = versions.get(shown.get("number").longValue());
            List<String> changes = new ArrayList<>(
                    between(items(version.base()), version.items()).values());
            for (String kind : List.of("ADDED", "CHANGED", "REMOVED")) {
                assertThat(shown.get(kind.toLowerCase(java.util.Locale.ROOT)).longValue())
                        .as(why() + " " + kind + " in " + version.number())
                        .isEqualTo(changes.stream().filter(kind::equals).count());
            }
            assertThat(shown.get("items").longValue()).isEqualTo(version.items().size());
        }
    }

    private void checks(String ref, TreeMap<String, State> wanted) {
        TreeMap<String, State> found = new TreeMap<>();
        for (JsonNode item :
                olga.get(at + "/versions/" + ref + "/items?limit=200").ok().items()) {
            JsonNode label = item.at("/labels/CLASSIFICATION/category");
            found.put(
                    item.get("path").stringValue(),
                    new State(
                            content(item.get("digest").stringValue()), label.isString() ? label.stringValue() : null));
        }
        assertThat(found).as(why() + " at " + ref).isEqualTo(wanted);
    }

    private static String content(String digest) {
        return List.of("c0", "c1", "c2").stream()
                .filter(text ->
                        Upload.sha256(text.getBytes(StandardCharsets.UTF_8)).equals(digest))
                .findFirst()
                .orElseThrow();
    }

    private <T> T any(Iterable<T> all) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }

    private static String json(String label) {
        return "{\"CLASSIFICATION\": {\"category\": \"" + label + "\"}}";
    }

    private String why() {
        return "seed " + seed;
    }
}
