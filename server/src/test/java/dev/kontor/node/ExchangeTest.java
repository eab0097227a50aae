package dev.kontor.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What was restored takes the place of what was there, after whichever of the steps the process ended. */
class ExchangeTest {
    /** All that happens, one after the other; written down here once more, so that a test may stop between them. */
    private static final List<String> STEPS = List.of(
            "restoring > restored",
            "+ replacing",
            "postgres > replacing/postgres",
            "contents > replacing/contents",
            "bucket.key > replacing/bucket.key",
            "replacing > replaced",
            "restored/postgres > postgres",
            "restored/contents > contents",
            "restored/other.key > other.key",
            "- restored");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> endsWhereItWasGoing() {
        return IntStream.rangeClosed(1, STEPS.size())
                .mapToObj(steps -> DynamicTest.dynamicTest("after " + STEPS.get(steps - 1), () -> {
                    Path home = home(folder.resolve("home" + steps));
                    for (String step : STEPS.subList(0, steps)) {
                        take(home, step);
                    }
                    new Exchange(home).resume();
                    assertThat(home).isDirectoryNotContaining("glob:**/{restor,replacing}*");
                    assertThat(home.resolve("postgres/rows")).hasContent("new");
                    assertThat(home.resolve("contents/file")).hasContent("new");
                    assertThat(home.resolve("other.key")).hasContent("new");
                    assertThat(home.resolve("bucket.key")).doesNotExist();
                    assertThat(home.resolve("replaced/postgres/rows")).hasContent("old");
                    assertThat(home.resolve("replaced/contents/file")).hasContent("old");
                    assertThat(home.resolve("replaced/bucket.key")).hasContent("old");
                    assertThat(home.resolve("lock")).exists();
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> leavesNothingOfANewHome() {
        return List.of(DynamicTest.dynamicTest("nothing was replaced", () -> {
            Path home = Files.createDirectories(folder.resolve("fresh"));
            write(home.resolve("restoring/postgres/rows"), "new");
            new Exchange(home).begin();
            try (var names = Files.list(home)) {
                assertThat(names.map(Path::getFileName).map(Path::toString)).containsExactly("postgres");
            }
        }));
    }

    private static Path home(Path home) throws IOException {
        write(home.resolve("lock"), "1");
        write(home.resolve("postgres/rows"), "old");
        write(home.resolve("contents/file"), "old");
        write(home.resolve("bucket.key"), "old");
        write(home.resolve("restoring/postgres/rows"), "new");
        write(home.resolve("restoring/contents/file"), "new");
        write(home.resolve("restoring/other.key"), "new");
        return home;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static void take(Path home, String step) throws IOException {
        String[] words = step.split(" ");
        switch (words[0]) {
            case "+" -> Files.createDirectory(home.resolve(words[1]));
            case "-" -> Files.delete(home.resolve(words[1]));
            default -> Files.move(home.resolve(words[0]), home.resolve(words[2]));
        }
    }
}
