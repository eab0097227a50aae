package dev.kontor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.usage.StorageCounts;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random work on a dataset's history over HTTP beside a model of maps: branches, drafts, commits, discards, switches,
 * deletions, tags. No version ever changes, every diff is that of the model, and what the project stores is counted right
 * (O-08). The seed is in the test's name and in every message; {@code -Dkontor.model-seed=} plays one again.
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
        Playground at = Playground.of(stage);
        new HistoryModel(seed, at).play(140);
        assertThat(new StorageCounts(stage.sql()).recount(at.project()))
                .as("what is stored, counted again")
                .isEmpty();
    }
}
