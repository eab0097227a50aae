package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people at one draft at the same time. */
@Specification
class TogetherTest {
    @Autowired
    Stage stage;

    @RepeatedTest(5)
    void oneOfTwoWhoCommitWins() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        at.owner().put(draft + "/item?path=a", text("a")).ok();
        List<String> said = atOnce(
                4,
                () -> at.owner().post(draft + "/commit", Map.of("message", "m")).said());
        assertThat(said).containsExactlyInAnyOrder("201", "409 no-draft", "409 no-draft", "409 no-draft");
        assertThat(at.owner().get(at.at() + "/versions").ok().items()).hasSize(1);
    }

    @RepeatedTest(5)
    void whatIsStagedWhileSomebodyCommitsIsInTheVersionOrRefused() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        at.owner().put(draft + "/item?path=first", text("first")).ok();
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String path = "p" + i;
            all.add(() -> new Upload()
                            .file(path, text(path))
                            .to(at.owner(), draft)
                            .said()
                            .equals("200")
                    ? path
                    : "");
        }
        all.add(
                3,
                () -> at.owner()
                        .post(draft + "/commit", Map.of("message", "m"))
                        .says("201")
                        .said());
        List<String> staged = new ArrayList<>(atOnce(all));
        staged.removeIf(path -> path.isEmpty() || path.equals("201"));
        List<String> committed =
                at.owner().get(at.at() + "/versions/main/items").ok().items("/path");
        staged.add("first");
        assertThat(committed).containsExactlyInAnyOrderElementsOf(staged);
        assertThat(at.owner().get(at.at() + "/versions").ok().items("/items")).containsExactly("" + staged.size());
    }

    @RepeatedTest(3)
    void onePathByManyHoldsOneOfTheirContents() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            byte[] content = text("content " + i);
            all.add(() -> at.owner().put(draft + "/item?path=same", content).said());
        }
        assertThat(atOnce(all)).containsOnly("200");
        assertThat(at.owner().get(draft).ok().at("/added")).isEqualTo("1");
        assertThat(at.owner().get(at.commit(draft) + "/content?path=same").ok().text())
                .startsWith("content ");
    }

    /** Whatever others do to the path in that moment. */
    @Test
    void theAnswerTellsOfWhatWasSent() throws Exception {
        Playground at = Playground.of(stage);
        String item = at.draft() + "/item?path=same";
        Client other = stage.withNewKey(at.owner(), List.of(), List.of());
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> meanwhile = threads.submit(() -> {
                while (!done.get()) {
                    other.put(item, text("other")).says("200");
                    other.delete(item).ok();
                }
            });
            try {
                for (int i = 0; i < 100; i++) {
                    byte[] mine = text("mine " + i);
                    assertThat(at.owner().put(item, mine).ok().at("/digest")).isEqualTo(Upload.sha256(mine));
                }
            } finally {
                done.set(true);
            }
            meanwhile.get();
        }
    }

    /** Two of one path, one that says a wrong digest, and what each was told is what it sent. */
    @RepeatedTest(3)
    void batchesAtOnceAreToldEachOfTheirOwn() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int n = i;
            all.add(() -> {
                Upload upload = new Upload().file(n < 2 ? "same" : "b" + n + "/first", text("first " + n));
                for (int j = 0; j < n; j++) {
                    upload.file("b" + n + "/" + j, text(n + " " + j));
                }
                upload.file("b" + n + "/wrong", Upload.sha256(text("other")), text("wrong"), null);
                Answer answer = upload.to(at.owner(), draft).ok();
                String last = "/outcomes/" + (n + 1);
                return answer.at("/outcomes/0/path") + " " + answer.at("/outcomes/0/outcome") + " "
                        + answer.at(last + "/path") + " " + answer.at(last + "/code");
            });
        }
        List<String> told = atOnce(all);
        for (int n = 0; n < 12; n++) {
            assertThat(told.get(n))
                    .isEqualTo((n < 2 ? "same" : "b" + n + "/first") + " STAGED b" + n + "/wrong digest-mismatch");
        }
        assertThat(at.owner().get(draft).ok().at("/added")).isEqualTo("77");
    }

    @RepeatedTest(3)
    void manyWhoOpenTheFirstDraftGetTheSame() throws Exception {
        Playground at = Playground.of(stage);
        List<String> numbers = atOnce(
                5, () -> at.owner().post(at.at() + "/drafts", Map.of()).ok().at("/number"));
        assertThat(numbers).containsOnly(numbers.getFirst());
    }

    private static List<String> atOnce(int times, Callable<String> one) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, one));
    }

    private static List<String> atOnce(List<Callable<String>> all) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> said = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(all)) {
                said.add(one.get());
            }
            return said;
        }
    }
}
