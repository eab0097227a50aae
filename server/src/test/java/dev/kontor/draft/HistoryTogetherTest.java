package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * People commit, switch, branch and delete while others read. Every commit writes all paths anew with one content, so
 * whoever sees two contents at once saw half a commit, or half of a version that was being deleted.
 */
@Specification
class HistoryTogetherTest {
    private static final int PATHS = 8;

    @Autowired
    Stage stage;

    /** What each acknowledged version holds, by number. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    @Test
    void noVersionChangesAndNobodySeesHalfOfOne() throws Exception {
        Playground at = Playground.of(stage);
        for (int i = 0; i < 8; i++) {
            commits(at, "main", "start " + i);
        }
        at.owner()
                .post(at.at() + "/branches", Map.of("name", "side", "from", "4"))
                .says("201");
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Integer>> readers =
                List.of(() -> reads(at, over, "main"), () -> reads(at, over, "side"), () -> readsVersions(at, over));
        List<Callable<Integer>> writers = List.of(
                () -> repeatedly(6, i -> commits(at, "main", "main " + i)),
                () -> repeatedly(6, i -> commits(at, "side", "side " + i)),
                () -> repeatedly(6, i -> switches(at, "side", i + 1)),
                () -> repeatedly(14, i -> deletes(at, i + 1)),
                () -> repeatedly(6, i -> branches(at, i + 1)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> reading = new ArrayList<>();
            readers.forEach(reader -> reading.add(threads.submit(reader)));
            for (Future<Integer> writing : threads.invokeAll(writers)) {
                writing.get();
            }
            over.set(true);
            for (Future<Integer> one : reading) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(deleted).isNotEmpty();
        acknowledged.forEach((number, content) -> {
            Answer answer = at.owner().get(at.at() + "/versions/" + number + "/items?limit=200");
            if (deleted.contains(number)) {
                answer.says("404 not-found");
            } else {
                assertThat(new HashSet<>(answer.ok().items("/digest")))
                        .as(number)
                        .containsExactly(content);
                assertThat(answer.items()).as(number).hasSize(PATHS);
            }
        });
    }

    private interface Step {
        void take(int i);
    }

    private static int repeatedly(int times, Step step) {
        for (int i = 0; i < times; i++) {
            step.take(i);
        }
        return times;
    }

    private void commits(Playground at, String branch, String content) {
        Answer opened = at.owner().post(at.at() + "/drafts", Map.of("branch", branch));
        String draft = at.at() + "/drafts/" + opened.ok().at("/number");
        Upload upload = new Upload();
        for (int i = 0; i < PATHS; i++) {
            upload.file("d" + i % 2 + "/" + i, text(content));
        }
        upload.to(at.owner(), draft);
        Answer committed = at.owner().post(draft + "/commit", Map.of("message", content));
        if (committed.status() == 201) {
            acknowledged.put(committed.at("/number"), Upload.sha256(text(content)));
        } else {
            assertThat(committed.said()).isIn("409 no-draft", "409 nothing-to-commit");
        }
    }

    private void switches(Playground at, String branch, int to) {
        Answer answer = at.owner()
                .post(
                        at.at() + "/branches/" + branch + "/switch",
                        Map.of("version", String.valueOf(to), "message", "to " + to));
        assertThat(answer.said()).isIn("201", "409 draft-open", "409 already-there", "404 not-found");
        if (answer.status() == 201) {
            acknowledged.put(answer.at("/version/number"), acknowledged.get(String.valueOf(to)));
        }
    }

    private void deletes(Playground at, int version) {
        Answer answer = at.owner().delete(at.at() + "/versions/" + version);
        assertThat(answer.said()).isIn("204", "409 version-in-use", "404 not-found");
        if (answer.status() == 204) {
            deleted.add(String.valueOf(version));
        }
    }

    private void branches(Playground at, int from) {
        Answer answer =
                at.owner().post(at.at() + "/branches", Map.of("name", "from-" + from, "from", String.valueOf(from)));
        assertThat(answer.said()).isIn("201", "404 not-found");
    }

    private static int reads(Playground at, AtomicBoolean over, String branch) {
        int read = 0;
        do {
            for (String part : List.of("/items?limit=200", "/folder?prefix=d0/")) {
                Answer answer = at.owner().get("%s", at.at() + "/versions/" + branch + part);
                if (answer.status() != 404) {
                    assertThat(new HashSet<>(answer.ok().items("/digest")))
                            .as(branch + part)
                            .hasSize(1);
                    assertThat(answer.items()).hasSize(part.startsWith("/items") ? PATHS : PATHS / 2);
                    read++;
                }
            }
        } while (!over.get());
        return read;
    }

    private static int readsVersions(Playground at, AtomicBoolean over) {
        int read = 0;
        do {
            for (int number = 1; number < 9; number++) {
                Answer answer = at.owner().get(at.at() + "/versions/" + number + "/items");
                if (answer.status() != 404) {
                    assertThat(new HashSet<>(answer.ok().items("/digest")))
                            .as("version " + number)
                            .hasSize(1);
                    assertThat(answer.items()).hasSize(PATHS);
                    read++;
                }
            }
        } while (!over.get());
        return read;
    }
}
