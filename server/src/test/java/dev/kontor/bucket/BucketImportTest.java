package dev.kontor.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.storage.StorageSettings;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestStore;
import dev.kontor.testing.Upload;
import dev.kontor.testing.Weather;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** T-10: write-only credentials of a bucket outside, and importing from it as a job that goes on whatever happens. */
@Specification
class BucketImportTest {
    @Autowired
    Stage stage;

    @Autowired
    StorageSettings settings;

    Cast cast;
    TestStore store;
    Weather weather;

    @BeforeAll
    void acme() throws IOException {
        cast = stage.cast();
        store = TestStore.shared();
        weather = new Weather(store.port());
    }

    @AfterEach
    void fine() {
        weather.becomes(Weather.Kind.FINE);
    }

    @AfterAll
    void end() throws IOException {
        weather.close();
    }

    /** A dataset of Pia's with an open draft, and a part of the bucket of its own. */
    private final class Place {
        final String dataset = "datasets/"
                + cast.pia
                        .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads " + UUID.randomUUID()))
                        .ok()
                        .id();
        final String draft = dataset + "/drafts/"
                + cast.pia.post(dataset + "/drafts", Map.of()).ok().at("/number");
        final String prefix = UUID.randomUUID() + "/";

        Place with() {
            cast.pia.put(info(), store.credentials(weather.port(), prefix)).says("200");
            return this;
        }

        String info() {
            return dataset + "/authentication-info";
        }

        Answer start(Client who, Map<String, Object> wanted) {
            return who.post(draft + "/bucket-imports", wanted);
        }

        Answer ended(Answer started) {
            return stage.eventually(() ->
                    Optional.of(one(started)).filter(one -> !one.at("/state").equals("RUNNING")));
        }

        Answer one(Answer started) {
            return cast.pia.get(dataset + "/bucket-imports/" + started.id()).ok();
        }

        String item(String path) {
            return dataset + "/versions/"
                    + draft.substring(draft.indexOf("drafts/")).replace("drafts/", "draft-") + "/content?path=" + path;
        }
    }

    private static String counts(Answer ended) {
        return "%s: %s looked, %s staged, %s unchanged, %s refused"
                .formatted(
                        ended.at("/state"),
                        ended.at("/looked"),
                        ended.at("/staged"),
                        ended.at("/unchanged"),
                        ended.at("/refused"));
    }

    @Test
    void importsWhatIsThereAndLaterOnlyWhatChanged() {
        Place place = new Place().with();
        String large = "large ".repeat(30_000);
        store.put(place.prefix + "a/one.txt", "one");
        store.put(place.prefix + "a/large.txt", large);
        store.put(place.prefix + "b/two.txt", "two");
        store.put(place.prefix + "b/bad\\name.txt", "bad");
        store.put("elsewhere/" + place.prefix, "not asked for");
        Answer first = place.ended(place.start(cast.pia, Map.of("folder", "in")).says("201"));
        assertThat(counts(first)).isEqualTo("DONE: 4 looked, 3 staged, 0 unchanged, 1 refused");
        assertThat(first.at("/refusals/0/code")).isEqualTo("bad-path");
        assertThat(first.at("/refusals/0/key")).isEqualTo(place.prefix + "b/bad\\name.txt");
        assertThat(cast.pia.get(place.item("in/a/one.txt")).ok().text()).isEqualTo("one");
        assertThat(cast.pia.get(place.item("in/a/large.txt")).ok().text()).isEqualTo(large);

        assertThat(counts(place.ended(place.start(cast.pia, Map.of("folder", "in/")))))
                .isEqualTo("DONE: 4 looked, 0 staged, 3 unchanged, 1 refused");

        store.put(place.prefix + "a/one.txt", "one, changed");
        cast.pia.delete(place.draft + "/item?path=in/b/two.txt").ok();
        assertThat(counts(place.ended(place.start(cast.pia, Map.of("folder", "in")))))
                .isEqualTo("DONE: 4 looked, 2 staged, 1 unchanged, 1 refused");
        assertThat(cast.pia.get(place.item("in/a/one.txt")).ok().text()).isEqualTo("one, changed");

        assertThat(counts(place.ended(place.start(cast.pia, Map.of("prefix", "a/")))))
                .isEqualTo("DONE: 2 looked, 2 staged, 0 unchanged, 0 refused");
        cast.pia.get(place.item("one.txt")).ok();
        assertThat(cast.pia.get(place.dataset + "/bucket-imports").ok().items()).hasSize(4);
    }

    /** O-08: found when the bytes are there; they do not stay. */
    @Test
    void aQuotaThatIsReachedStopsItAndLeavesNothing() {
        Place place = new Place().with();
        store.put(place.prefix + "one.txt", "one");
        String large = UUID.randomUUID().toString().repeat(3_000);
        store.put(place.prefix + "two.txt", large);
        UUID filler = stage.project(cast.pia, cast.workspace, "Filler", "PUBLIC");
        stage.sql()
                .execute(
                        "insert into project_storage (project_id, workspace_id, bytes) select {0}, w.id, case w.plan"
                                + " when 'TRIAL' then 10::bigint << 30 else 1::bigint << 40 end - 1000 - (select"
                                + " coalesce(sum(bytes), 0) from project_storage s where s.workspace_id = w.id) from"
                                + " workspace w where w.id = {1}",
                        val(filler), val(cast.workspace));
        try {
            Answer ended = place.ended(place.start(cast.pia, Map.of()).says("201"));
            assertThat(ended.at("/state") + " " + ended.at("/reason")).isEqualTo("STOPPED quota-exceeded");
            assertThat(cast.pia.get(place.draft).ok().at("/added")).isEqualTo("0");
            String hex = Upload.sha256(large.getBytes(StandardCharsets.UTF_8));
            assertThat(settings.folder().resolve(hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex))
                    .doesNotExist();
        } finally {
            stage.sql().execute("delete from project_storage where project_id = {0}", val(filler));
        }
        assertThat(counts(place.ended(place.start(cast.pia, Map.of()).says("201"))))
                .isEqualTo("DONE: 2 looked, 2 staged, 0 unchanged, 0 refused");
    }

    @Test
    void keysGoInAndNeverComeOut() {
        Place place = new Place().with();
        Answer seen = cast.pia.get(place.info()).ok();
        assertThat(seen.at("/info/bucket")).isEqualTo(TestStore.BUCKET);
        assertThat(seen.text()).doesNotContain(TestStore.KEY, TestStore.SECRET);
        assertThat(cast.ada.get(cast.at("activity")).ok().text())
                .contains("dataset.authentication-set")
                .doesNotContain(TestStore.KEY, TestStore.SECRET);
        assertThat(String.valueOf(stage.sql().fetch("select *, encode(sealed, 'escape') from authentication_info")))
                .doesNotContain(TestStore.KEY, TestStore.SECRET);
        cast.pia.delete(place.info()).says("204");
        assertThat(cast.pia.get(place.info()).ok().json().get("info").isNull()).isTrue();
        place.start(cast.pia, Map.of()).says("409 no-authentication-info");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        secretKey | wrong                       | 422 bucket-unusable
        accessKey | wrong                       | 422 bucket-unusable
        bucket    | no-such-bucket              | 422 bucket-unusable
        endpoint  | http://127.0.0.1:1          | 422 bucket-unusable
        endpoint  | file:///etc/passwd          | 422 unacceptable
        bucket    | ../other                    | 422 unacceptable
        region    | x.evil.example/             | 422 unacceptable
        secretKey | with a space                | 422 unacceptable
        """)
    void whatCannotBeListedIsNotStored(String field, String value, String said) {
        Place place = new Place();
        Map<String, Object> wanted = new HashMap<>(store.credentials(weather.port(), ""));
        wanted.put(field, value);
        Answer answer = cast.pia.put(place.info(), wanted).says(said);
        assertThat(answer.text()).doesNotContain(TestStore.SECRET);
        assertThat(cast.pia.get(place.info()).ok().json().get("info").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} sets it, {2} starts, {3} looks")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, owner            | 200           | 201           | 200
        Ada, workspace admin  | 200           | 201           | 200
        Dora, dataset admin   | 200           | 201           | 200
        Dev, editor           | 403 forbidden | 201           | 200
        Mo, user              | 403 forbidden | 403 forbidden | 403 forbidden
        Lars, sees nothing    | 404 not-found | 404 not-found | 404 not-found
        Sam, from elsewhere   | 404 not-found | 404 not-found | 404 not-found
        """)
    void whoMay(String who, String sets, String starts, String looks) {
        Place place = new Place().with();
        Client actor = cast.who(who);
        level(place, cast.dora, "ADMIN");
        level(place, cast.dev, "EDITOR");
        assertThat(actor.put(place.info(), store.credentials(weather.port(), place.prefix))
                        .said())
                .isEqualTo(sets);
        Answer started = place.start(actor, Map.of());
        assertThat(started.said()).isEqualTo(starts);
        assertThat(actor.get(place.dataset + "/bucket-imports").said()).isEqualTo(looks);
        assertThat(actor.get(place.info()).said()).isEqualTo(looks);
        assertThat(actor.delete(place.info()).said()).isEqualTo(sets.equals("200") ? "204" : sets);
    }

    private void level(Place place, Client who, String level) {
        cast.ada
                .put(place.dataset + "/members/" + who.id(), Map.of("level", level))
                .ok();
    }

    @Test
    void goesOnInBadWeatherWhereItWas() {
        Place place = new Place().with();
        for (int i = 0; i < 250; i++) {
            store.put(place.prefix + "%03d.txt".formatted(i), "file " + i);
        }
        weather.becomes(Weather.Kind.FAILING);
        Answer started = place.start(cast.pia, Map.of()).says("201");
        stage.eventually(() ->
                stage.sql().fetchOptional("select 1 from bucket_import where id = ? and failures > 0", started.id()));
        place.start(cast.pia, Map.of()).says("409 import-running");
        weather.becomes(Weather.Kind.FINE);
        assertThat(counts(place.ended(started))).isEqualTo("DONE: 250 looked, 250 staged, 0 unchanged, 0 refused");
    }

    @Test
    void endsWhenCancelledAndKeepsWhatIsThere() {
        Place place = new Place().with();
        store.put(place.prefix + "one.txt", "one");
        weather.becomes(Weather.Kind.FAILING);
        Answer started = place.start(cast.pia, Map.of()).says("201");
        cast.sam.delete(place.dataset + "/bucket-imports/" + started.id()).says("404 not-found");
        cast.pia.delete(place.dataset + "/bucket-imports/" + started.id()).says("204");
        assertThat(place.one(started).at("/state")).isEqualTo("CANCELLED");
        cast.pia.delete(place.dataset + "/bucket-imports/" + started.id()).says("204");
        weather.becomes(Weather.Kind.FINE);
        assertThat(counts(place.ended(place.start(cast.pia, Map.of()).says("201"))))
                .isEqualTo("DONE: 1 looked, 1 staged, 0 unchanged, 0 refused");
    }

    /** Section 10: with the starter's rights at each step. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        the level is withdrawn   | forbidden
        the keys are taken away  | no-authentication-info
        the draft is discarded   | no-draft
        """)
    void stopsWhereItMightNotBeginAnyMore(String what, String reason) {
        Place place = new Place().with();
        level(place, cast.dev, "EDITOR");
        store.put(place.prefix + "one.txt", "one");
        weather.becomes(Weather.Kind.FAILING);
        Answer started = place.start(cast.dev, Map.of()).says("201");
        switch (what) {
            case "the level is withdrawn" ->
                cast.pia.delete(place.dataset + "/members/" + cast.dev.id()).ok();
            case "the keys are taken away" -> cast.pia.delete(place.info()).ok();
            default -> cast.pia.delete(place.draft).ok();
        }
        weather.becomes(Weather.Kind.FINE);
        Answer ended = place.ended(started);
        assertThat(ended.at("/state")).isEqualTo("STOPPED");
        assertThat(ended.at("/reason")).isEqualTo(reason);
        assertThat(ended.at("/staged")).isEqualTo("0");
    }
}
