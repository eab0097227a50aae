package dev.kontor.draft;

import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random work on a dataset's history over HTTP beside a model of maps: branches, drafts, commits, discards, switches,
 * deletions, tags. No version ever changes, every diff is that of the model. The seed is in the test's name and in every
 * message; {@code -Dkontor.model-seed=} plays one again.
 */
@Specification
class HistoryModelTest {
    @Autowired
    Stage stage;

    static LongStream seeds() {
        Long asked = Long.getLong("kontor.model-seed");
        return asked != null ? LongStream.of(asked) : LongStream.of(1, 2, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAsTheModelSays(long seed) {
        new HistoryModel(seed, Playground.of(stage)).play(140);
    }
}
