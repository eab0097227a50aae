package dev.kontor.usage;

import static kontor.tables.Tables.PROJECT_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import dev.kontor.usage.StorageCounts.Difference;
import dev.kontor.usage.StorageCounts.Sums;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** O-08, C-14: a project stores the distinct contents of all its versions, drafts and documents; open ones apart. */
@Specification
class AccountingTest {
    @Autowired
    Stage stage;

    Storage at;

    @BeforeEach
    void acme() {
        at = Storage.of(stage);
    }

    private static Sums counting(long contents, long bytes) {
        return new Sums(contents, bytes, 0, 0);
    }

    @Test
    void whatADraftHoldsCountsOnce() {
        String draft = at.draft(at.dataset());
        at.put(draft, "a", "12345").ok();
        at.put(draft, "b", "12345").ok();
        assertThat(at.sums()).isEqualTo(counting(1, 5));
        new Upload()
                .file("c", "123".getBytes(StandardCharsets.UTF_8))
                .file("d", "12345".getBytes(StandardCharsets.UTF_8))
                .file("e", new byte[0])
                .to(at.owner(), draft)
                .ok();
        assertThat(at.sums()).isEqualTo(counting(3, 8));
    }

    @Test
    void movingAndCommittingCostNothing() {
        UUID dataset = at.dataset();
        String draft = at.draft(dataset);
        at.put(draft, "a/1", "12345").ok();
        at.owner().post(draft + "/moves", Map.of("from", "a/", "to", "b/")).ok();
        at.commit(draft);
        assertThat(at.sums()).isEqualTo(counting(1, 5));
    }

    @Test
    void whatWasReplacedCountsAsLongAsAVersionHasIt() {
        UUID dataset = at.holding("12345");
        String draft = at.draft(dataset);
        at.put(draft, "a.txt", "123").ok();
        assertThat(at.sums()).isEqualTo(counting(2, 8));
        at.put(draft, "a.txt", "1").ok();
        assertThat(at.sums()).isEqualTo(counting(2, 6));
        at.commit(draft);
        at.owner().delete("datasets/" + dataset + "/versions/1").ok();
        assertThat(at.sums()).isEqualTo(counting(1, 1));
    }

    @Test
    void aDiscardedDraftIsForgotten() {
        UUID dataset = at.holding("12345");
        String draft = at.draft(dataset);
        at.put(draft, "a.txt", "123").ok();
        at.owner().delete(draft).ok();
        assertThat(at.sums()).isEqualTo(counting(1, 5));
    }

    @Test
    void branchesCountOnlyWhatIsTheirOwn() {
        UUID dataset = at.holding("12345");
        at.owner()
                .post("datasets/" + dataset + "/branches", Map.of("name", "night", "from", "main"))
                .ok();
        String draft = "datasets/" + dataset + "/drafts/"
                + at.owner()
                        .post("datasets/" + dataset + "/drafts", Map.of("branch", "night"))
                        .ok()
                        .at("/number");
        at.put(draft, "a.txt", "123").ok();
        at.commit(draft);
        assertThat(at.sums()).isEqualTo(counting(2, 8));
        at.owner().delete("datasets/" + dataset + "/branches/night").ok();
        assertThat(at.sums()).isEqualTo(counting(1, 5));
    }

    @Test
    void duplicatesCountOnceInEachProject() {
        UUID dataset = at.holding("12345");
        at.duplicate(dataset, at.project()).says("201");
        assertThat(at.sums()).isEqualTo(counting(1, 5));
        UUID other = stage.project(at.owner(), at.workspace(), "Other", "PUBLIC");
        at.duplicate(dataset, other).says("201");
        assertThat(at.sums(other)).isEqualTo(counting(1, 5));
        at.owner()
                .delete("datasets/" + dataset + "?name="
                        + at.owner().get("datasets/" + dataset).at("/name").replace(" ", "%%20"))
                .ok();
        assertThat(at.sums()).as("its duplicate is still there").isEqualTo(counting(1, 5));
        assertThat(at.sums(other)).isEqualTo(counting(1, 5));
    }

    @Test
    void openOnesCountApart() {
        UUID dataset = at.holding("12345");
        at.holding("12345");
        at.open(dataset);
        assertThat(at.sums()).isEqualTo(new Sums(1, 5, 1, 5));
        at.put(at.draft(dataset), "b", "123").ok();
        assertThat(at.sums()).isEqualTo(new Sums(1, 5, 2, 8));
        at.close(dataset).ok();
        assertThat(at.sums()).isEqualTo(counting(2, 8));
    }

    @Test
    void filesAmongTheDocumentsCountToo() {
        at.holding("12345");
        String file = "projects/" + at.project() + "/documents/file?name=guide.txt";
        at.owner().put(file, "12345".getBytes(StandardCharsets.UTF_8)).ok();
        assertThat(at.sums()).isEqualTo(counting(1, 5));
        UUID document = at.owner()
                .put(file, "123".getBytes(StandardCharsets.UTF_8))
                .ok()
                .id();
        assertThat(at.sums()).isEqualTo(counting(2, 8));
        at.owner().delete("projects/" + at.project() + "/documents/" + document).ok();
        assertThat(at.sums()).isEqualTo(counting(1, 5));
    }

    /** O-13. */
    @Test
    void theTrashStillCounts() {
        UUID dataset = at.holding("12345");
        at.open(at.holding("123"));
        at.owner().delete("projects/" + at.project()).ok();
        assertThat(at.sums()).isEqualTo(new Sums(1, 5, 1, 3));
        assertThat(dataset).isNotNull();
    }

    @Test
    void mergesThatKeepTheLastForgetTheFirst() {
        UUID one = at.holding("12345");
        UUID two = at.holding("123");
        UUID other = stage.project(at.owner(), at.workspace(), "Other", "PUBLIC");
        at.owner()
                .post(
                        "projects/" + other + "/derivations",
                        Map.of(
                                "name",
                                "Both",
                                "conflicts",
                                "KEEP_LAST",
                                "sources",
                                List.of(
                                        Map.of("datasetId", one, "version", "main"),
                                        Map.of("datasetId", two, "version", "main"))))
                .says("201");
        assertThat(at.sums(other)).isEqualTo(counting(1, 3));
    }

    @Test
    void countingAgainRepairsWhatIsWrong() {
        at.holding("12345");
        at.holding("123");
        StorageCounts counts = new StorageCounts(stage.sql());
        stage.sql()
                .deleteFrom(PROJECT_CONTENT)
                .where(PROJECT_CONTENT.PROJECT_ID.eq(at.project()).and(PROJECT_CONTENT.SIZE.eq(5L)))
                .execute();
        stage.sql()
                .insertInto(PROJECT_CONTENT)
                .values(at.project(), true, new byte[32], 7L)
                .execute();
        stage.sql()
                .execute(
                        "update project_storage set bytes = bytes + 1 where project_id = {0}",
                        org.jooq.impl.DSL.val(at.project()));
        assertThat(counts.recount(at.project()))
                .contains(new Difference(at.project(), "Streets", 1, 1, new Sums(2, 9, 0, 0), new Sums(2, 8, 0, 0)));
        assertThat(at.sums()).isEqualTo(counting(2, 8));
    }
}
