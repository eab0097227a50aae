package dev.kontor.dataset;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.DATASET_GRANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.DatasetLevel;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists say the level that one holds, whether a handful was granted to one, or more than are read beforehand. */
@Specification
class GrantedLevelsTest {
    private static final List<DatasetLevel> LEVELS = List.of(DatasetLevel.VIEWER, DatasetLevel.EDITOR);

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @Test
    void aHundredAndOneMore() {
        for (int i = 0; i < 100; i++) {
            granted(i);
        }
        assertThat(levels()).hasSize(100).allMatch(GrantedLevelsTest::right);
        granted(100);
        assertThat(levels()).hasSize(101).allMatch(GrantedLevelsTest::right);
    }

    private List<String> levels() {
        return cast.ann.get(cast.at("datasets?limit=200&q=granted")).ok().items().stream()
                .map(item ->
                        item.at("/name").asString() + " " + item.at("/level").asString())
                .toList();
    }

    private static boolean right(String listed) {
        String[] words = listed.split(" ");
        return words[2].equals(LEVELS.get(Integer.parseInt(words[1]) % 2).name());
    }

    private void granted(int number) {
        UUID id = stage.sql()
                .insertInto(DATASET)
                .set(DATASET.WORKSPACE_ID, cast.workspace)
                .set(DATASET.PROJECT_ID, cast.streets)
                .set(DATASET.NAME, "Granted " + number)
                .set(DATASET.VISIBILITY, "PRIVATE")
                .set(DATASET.OWNER_ID, cast.pia.id())
                .set(DATASET.CREATED_AT, Instant.now())
                .returning(DATASET.ID)
                .fetchSingle(DATASET.ID);
        stage.sql()
                .insertInto(DATASET_GRANT)
                .set(DATASET_GRANT.WORKSPACE_ID, cast.workspace)
                .set(DATASET_GRANT.DATASET_ID, id)
                .set(DATASET_GRANT.USER_ID, cast.ann.id())
                .set(DATASET_GRANT.LEVEL, LEVELS.get(number % 2).name())
                .set(DATASET_GRANT.GRANTED_BY, cast.pia.id())
                .set(DATASET_GRANT.GRANTED_AT, Instant.now())
                .execute();
    }
}
