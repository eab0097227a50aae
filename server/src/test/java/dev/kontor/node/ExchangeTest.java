package dev.kontor.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was restored takes the place of what was there, after whichever of the steps the process ended. */
class ExchangeTest {
    /** So many does the exchange of {@link #home} take. */
    private static final int STEPS = 10;

    @TempDir
    Path folder;

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A process that ends after so many steps. */
    private static Exchange ending(Path home, int after) {
        int[] taken = {0};
        return new Exchange(home, step -> {
            if (taken[0]++ == after) {
                throw new Ended();
            }
            step.take();
        });
    }

    @Test
    void beforeTheFirstStepTheHomeIsWhatItWas() throws IOException {
        Path home = home(folder.resolve("home"));
        assertThatThrownBy(() -> ending(home, 0).begin()).isInstanceOf(Ended.class);
        new Exchange(home).resume();
        assertThat(home.resolve("postgres/rows")).hasContent("old");
        assertThat(home.resolve("contents/file")).hasContent("old");
        assertThat(home.resolve("bucket.key")).hasContent("old");
        assertThat(names(home)).containsExactly("bucket.key", "contents", "lock", "postgres", "restoring");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void afterAnyOtherItEndsWhereItWasGoing(int first) throws IOException {
        for (int second = 0; second < STEPS - first; second++) {
            Path home = home(folder.resolve("home" + second));
            assertThatThrownBy(() -> ending(home, first).begin()).isInstanceOf(Ended.class);
            Exchange again = ending(home, second); // and whoever goes on with it ends, too
            assertThatThrownBy(again::resume).isInstanceOf(Ended.class);
            new Exchange(home).resume();
            assertExchanged(home);
        }
    }

    @Test
    void thereAreNoMoreSteps() throws IOException {
        Path home = home(folder.resolve("home"));
        assertThatThrownBy(() -> ending(home, STEPS - 1).begin()).isInstanceOf(Ended.class);
        Path other = home(folder.resolve("other"));
        ending(other, STEPS).begin();
        assertExchanged(other);
    }

    private static void assertExchanged(Path home) throws IOException {
        assertThat(names(home)).containsExactly("contents", "lock", "other.key", "postgres", "replaced");
        assertThat(home.resolve("postgres/rows")).hasContent("new");
        assertThat(home.resolve("contents/file")).hasContent("new");
        assertThat(home.resolve("other.key")).hasContent("new");
        assertThat(names(home.resolve("replaced"))).containsExactly("bucket.key", "contents", "postgres");
        assertThat(home.resolve("replaced/postgres/rows")).hasContent("old");
        assertThat(home.resolve("replaced/contents/file")).hasContent("old");
        assertThat(home.resolve("replaced/bucket.key")).hasContent("old");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void leavesNothingOfANewHome(int steps) throws IOException {
        Path home = Files.createDirectories(folder.resolve("fresh"));
        write(home.resolve("restoring/postgres/rows"), "new");
        Exchange exchange = ending(home, steps);
        if (steps < 6) {
            assertThatThrownBy(exchange::begin).isInstanceOf(Ended.class);
            new Exchange(home).resume();
            new Exchange(home).forgetEmpty();
        } else {
            exchange.begin();
        }
        assertThat(names(home)).containsExactly("postgres");
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

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList().stream();
        }
    }
}
