package dev.kontor.usage;

import static kontor.tables.Tables.PROJECT_STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import dev.kontor.testing.Upload;
import dev.kontor.usage.StorageCounts.Sums;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** O-08: nothing passes a quota, nothing that fails leaves anything, and whoever can help hears of it before. */
@Specification
class QuotaTest {
    private static final String FULL = "409 quota-exceeded";

    @Autowired
    Stage stage;

    Storage at;

    @BeforeEach
    void acme() {
        at = Storage.of(stage);
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Answer put(String draft, String path, byte[] bytes) {
        return at.owner().put(draft + "/item?path=" + path, bytes);
    }

    @Test
    void saysWhichQuotaWithHowMuchOfIt() {
        String draft = at.leaving(1000).draft(at.dataset());
        put(draft, "a", bytes(600, 1)).ok();
        Answer refused = put(draft, "b", bytes(500, 2)).says(FULL);
        assertThat(refused.at("/quota")).isEqualTo("STORAGE");
        assertThat(refused.at("/used")).isEqualTo("" + (Storage.LIMIT - 400));
        assertThat(refused.at("/asked")).isEqualTo("500");
        assertThat(refused.at("/limit")).isEqualTo("" + Storage.LIMIT);
        assertThat(refused.at("/rule")).isEqualTo("O-08");
        put(draft, "b", bytes(400, 3)).ok();
        assertThat(at.sums()).isEqualTo(new Sums(2, 1000, 0, 0));
    }

    @Test
    void stopsBatchesAsAWhole() {
        String draft = at.leaving(1000).draft(at.dataset());
        new Upload()
                .file("a", bytes(600, 1))
                .file("b", bytes(600, 2))
                .to(at.owner(), draft)
                .says(FULL);
        assertThat(at.sums()).isEqualTo(Sums.NONE);
        assertThat(at.owner().get(draft).at("/added")).isEqualTo("0");
        new Upload()
                .file("a", bytes(600, 1))
                .file("b", bytes(600, 1))
                .to(at.owner(), draft)
                .ok();
    }

    @Test
    void stopsArchivesAndSaysHowFarTheyCame() throws IOException {
        String draft = at.leaving(1_100).draft(at.dataset());
        at.owner().put(draft + "/archive", zip(3, 500)).says(FULL);
        assertThat(at.sums()).isEqualTo(Sums.NONE);
        Answer unpacked = at.owner().put(draft + "/archive", zip(600, 2)).ok();
        assertThat(unpacked.at("/stopped/code")).isEqualTo("quota-exceeded");
        assertThat(unpacked.at("/staged")).isEqualTo("500");
        assertThat(at.sums()).isEqualTo(new Sums(500, 1_000, 0, 0));
    }

    /** Files of so many bytes, no two alike. */
    private static byte[] zip(int files, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files; i++) {
                byte[] content = new byte[length];
                content[0] = (byte) i;
                content[1] = (byte) (i >> 8);
                zip.putNextEntry(new ZipEntry("f" + i));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void stopsDuplicatesAndLeavesNothing() {
        UUID dataset = at.holding("12345");
        UUID other = stage.project(at.owner(), at.workspace(), "Other", "PUBLIC");
        at.leaving(9);
        at.duplicate(dataset, other).says("409 quota-exceeded");
        assertThat(at.owner().get("projects/" + other + "/datasets").ok().items())
                .isEmpty();
        assertThat(at.duplicate(dataset, at.project()).says("201").at("/state"))
                .as("in its own project it costs nothing")
                .isEqualTo("DONE");
    }

    /** T-03: closing needs room. */
    @Test
    void stopsClosing() {
        UUID dataset = at.holding("12345");
        at.open(dataset);
        at.leaving(4);
        Answer refused = at.close(dataset).says(FULL);
        assertThat(refused.at("/asked")).isEqualTo("5");
        assertThat(at.owner().get("datasets/" + dataset).at("/visibility")).isEqualTo("OPEN");
        assertThat(at.sums()).isEqualTo(new Sums(0, 0, 1, 5));
    }

    @Test
    void openOnesHaveALimitOfTheirOwn() {
        UUID dataset = at.leavingOpen(8).holding("12345");
        at.open(dataset);
        String draft = at.draft(dataset);
        assertThat(at.put(draft, "b", "1234").says(FULL).at("/quota")).isEqualTo("OPEN_STORAGE");
        at.put(draft, "b", "123").ok();
        at.owner()
                .send("PUT", "datasets/" + at.holding("other") + "/opening", null, Map.of())
                .says(FULL);
    }

    @Test
    void stopsDocuments() {
        at.leaving(4);
        String file = "projects/" + at.project() + "/documents/file?name=guide.txt";
        at.owner().put(file, bytes(5, 1)).says(FULL);
        at.owner().put(file, bytes(4, 1)).ok();
    }

    /** Whoever is over the limit, for instance since it was lowered, still cleans up, edits labels, and reads. */
    @Test
    void whatDoesNotGrowGoesOn() {
        UUID dataset = at.holding("12345");
        String draft = at.draft(dataset);
        at.leaving(-100);
        at.owner()
                .patch(draft + "/item?path=a.txt", Map.of("metadata", Map.of("weather", "rain")))
                .ok();
        at.owner()
                .post(draft + "/moves", Map.of("from", "a.txt", "to", "b.txt"))
                .ok();
        at.commit(draft);
        at.owner()
                .get("datasets/" + dataset + "/versions/main/content?path=b.txt")
                .ok();
        at.put(at.draft(dataset), "c", "1").says(FULL);
    }

    /** A hundred at once with room for some: exactly as many come in as fit. */
    @RepeatedTest(3)
    void holdsAgainstManyAtOnce() throws Exception {
        UUID other = stage.project(at.owner(), at.workspace(), "Other", "PUBLIC");
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            drafts.add(at.draft(at.dataset(i % 2 == 0 ? at.project() : other)));
        }
        at.leaving(10_500);
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            byte[] content = bytes(1000, i);
            String draft = drafts.get(i % drafts.size());
            int number = i;
            all.add(() -> number % 3 == 0
                    ? new Upload().file("p" + number, content).to(at.owner(), draft)
                    : put(draft, "p" + number, content));
        }
        List<String> said = Together.said(all.<Callable<Answer>>toArray(Callable[]::new));
        assertThat(Collections.frequency(said, "200")).isEqualTo(10);
        assertThat(Collections.frequency(said, FULL)).isEqualTo(14);
        assertThat(at.sums().bytes() + at.sums(other).bytes()).isEqualTo(10_000);
    }

    /** O-08: 80 %, 95 %, and then nothing more; each once, to whoever did it and to the admins. */
    @Test
    void warnsOnceForEachCrossingAndThenStops() {
        Client ada = stage.person("Ada", at.owner().organizationId());
        stage.sql()
                .execute(
                        "insert into member (workspace_id, user_id, organization_id, types, roles, joined_at)"
                                + " select {0}, {1}, {2}, types, '{ADMIN}', now() from collaborator"
                                + " where workspace_id = {0} and organization_id = {2}",
                        org.jooq.impl.DSL.val(at.workspace()),
                        org.jooq.impl.DSL.val(ada.id()),
                        org.jooq.impl.DSL.val(at.owner().organizationId()));
        String draft = at.leaving(Storage.LIMIT / 5 + 5).draft(at.dataset());
        at.put(draft, "a", "1234").ok();
        at.put(draft, "b", "12345").ok();
        at.put(draft, "c", "123456").ok();
        assertThat(warnings(ada, 1))
                .hasSize(1)
                .first()
                .asString()
                .contains("80 %")
                .contains("10 GiB");
        assertThat(warnings(at.owner(), 1)).as("whoever did it, too").hasSize(1);
        storedElsewhere(Storage.LIMIT - Storage.LIMIT / 20 - 20);
        at.put(draft, "d", "1234567").ok();
        at.put(draft, "e", "12345678").ok();
        assertThat(warnings(ada, 2)).hasSize(2).first().asString().contains("95 %");
        assertThat(warnings(at.owner(), 2)).hasSize(2);
        storedElsewhere(Storage.LIMIT - 30);
        at.put(draft, "f", "123456789").says(FULL);
        at.owner()
                .get(draft.replace("/drafts/", "/versions/draft-") + "/content?path=e")
                .ok();
        assertThat(warnings(ada, 2)).as("nothing new").hasSize(2);
    }

    /** What {@link Storage#leaving} gave the other project is so much now. */
    private void storedElsewhere(long bytes) {
        stage.sql()
                .update(PROJECT_STORAGE)
                .set(PROJECT_STORAGE.BYTES, bytes)
                .where(PROJECT_STORAGE.WORKSPACE_ID.eq(at.workspace()))
                .and(PROJECT_STORAGE.PROJECT_ID.ne(at.project()))
                .execute();
    }

    private List<String> warnings(Client who, int expected) {
        return stage.eventually(() -> {
            List<String> texts = who.get("me/notifications").ok().items().stream()
                    .filter(item -> item.path("kind").asString("").equals("QUOTA_NEARED"))
                    .map(item -> item.path("text").asString(""))
                    .toList();
            return texts.size() >= expected ? Optional.of(texts) : Optional.empty();
        });
    }

    @Test
    void knowsHowFarItIs() {
        Quota quota = new Quota(Quota.Kind.STORAGE, 79, 100);
        assertThat(quota.crossed(0)).isEmpty();
        assertThat(quota.crossed(1)).hasValue(80);
        assertThat(quota.crossed(16)).hasValue(95);
        assertThat(new Quota(Quota.Kind.STORAGE, 80, 100).crossed(14)).isEmpty();
        assertThat(Bytes.human(1536L << 20)).isEqualTo("1.5 GiB");
    }
}
