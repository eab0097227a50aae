package dev.kontor.derivation;

import static dev.kontor.derivation.Deriving.*;
import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.condition;

import dev.kontor.access.Actor;
import dev.kontor.dataset.DatasetName;
import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.identity.Starters;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import dev.kontor.web.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 10: what goes on without its starter tells them when it is stopped; section 7: where a dataset came from (T-03). */
@Specification
class StoppedDerivationTest {
    @Autowired
    Stage stage;

    @Autowired
    DeriveDataset derive;

    @Autowired
    StartDerivation steps;

    @Autowired
    FindMatches matches;

    @Autowired
    Starters starters;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private UUID source() {
        return dataset(
                cast.pia, cast.streets, "Source " + NUMBER.incrementAndGet(), new Upload().file("a", bytes("a")));
    }

    private UUID begun(UUID source, String name, @Nullable UUID key) {
        Actor actor = starters.actor(cast.pia.id(), key).orElseThrow();
        return derive.start(
                actor,
                cast.streets,
                new DeriveDataset.Wanted(
                        new DatasetName(name),
                        null,
                        null,
                        List.of(new DeriveDataset.From(source, "main")),
                        null,
                        Conflicts.ABORT));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        the source was deleted | not-found         | a source or its project is gone, or not shared with you any more
        its access key is gone | not-signed-in     | the access key that began it is gone
        it fails ever again    | failed-repeatedly | it failed again and again, for a reason of the server's own
        """)
    void itsStarterIsToldAndFindsWhy(String what, String reason, String why) {
        UUID source = source();
        String name = "Begun " + NUMBER.incrementAndGet();
        Answer key =
                cast.pia.post("me/access-keys", Map.of("name", "For " + name)).ok();
        UUID id = begun(source, name, what.contains("key") ? key.id() : null);
        String made = cast.pia.get("me/derivations/" + id).ok().at("/datasetId");
        if (what.contains("deleted")) {
            String its = cast.pia.get("datasets/" + source).ok().at("/name").replace(' ', '+');
            cast.pia.delete("datasets/" + source + "?name=" + its).ok();
        }
        cast.pia.delete("me/access-keys/" + key.id()).ok();
        if (what.contains("fails")) {
            steps.giveUp(id);
        } else {
            assertThat(steps.step(id)).isFalse();
        }
        cast.pia.get("datasets/" + made).says("404 not-found");
        Answer page = cast.pia.get("me/derivations?dataset=" + made).ok();
        assertThat(page.items("/state")).containsExactly("STOPPED");
        assertThat(page.items("/reason")).containsExactly(reason);
        assertThat(cast.mo.get("me/derivations?dataset=" + made).ok().items()).isEmpty();
        assertThat(told(name))
                .containsExactly("The dataset " + name + ", which you began to make in Acme vision, was not made: "
                        + why + ". /workspaces/" + cast.workspace + "/datasets/" + made);
    }

    private List<String> told(String name) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return cast.pia.get("me/notifications?limit=200").ok().items().stream()
                .filter(one -> one.path("kind").asString().equals("DERIVATION_STOPPED"))
                .map(one -> one.path("text").asString() + " " + one.path("page").asString())
                .filter(text -> text.contains(name + ","))
                .toList();
    }

    @Test
    void lookingForWhatFitsComesToAnEnd() {
        UUID source = source();
        Actor pia = starters.actor(cast.pia.id(), null).orElseThrow();
        assertThatThrownBy(() -> matches.find(
                        pia, source, "main", condition("pg_sleep(20) is not null"), Duration.ofMillis(200)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("took longer");
        assertThat(matches.find(pia, source, "main", condition("true")).count()).isEqualTo(1);
    }

    @Test
    void whoeverOpensSeesWhatItWasMadeOf() {
        UUID first = source();
        UUID second =
                UUID.fromString(start(cast.pia, cast.streets, null, null, first).at("/datasetId"));
        UUID third = UUID.fromString(
                start(cast.pia, cast.streets, null, null, second).at("/datasetId"));
        List<String> names = List.of(
                cast.pia.get("datasets/" + second).ok().at("/name"),
                cast.pia.get("datasets/" + first).ok().at("/name"));
        Answer opening = cast.ada.get("datasets/" + third + "/opening").ok();
        assertThat(opening.json().get("origins").findValuesAsString("dataset")).isEqualTo(names);
        assertThat(opening.at("/origins/0/organization")).isEqualTo("Acme");
        cast.pia
                .delete("datasets/" + first + "?name=" + names.getLast().replace(' ', '+'))
                .ok();
        Answer after = cast.ada.get("datasets/" + third + "/opening").ok();
        assertThat(after.json().get("origins").findValuesAsString("dataset")).isEqualTo(names.subList(0, 1));
        assertThat(after.at("/otherOrigins")).isEqualTo("1");
    }

    /** O-03: Lena administers what was made in Streets, and does not see Plans and what it came from there. */
    @Test
    void whoeverOpensIsNotToldOfWhatTheyDoNotSee() {
        UUID hidden = dataset(
                cast.pia, cast.plans, "Hidden " + NUMBER.incrementAndGet(), new Upload().file("hidden", bytes("a")));
        Answer made = cast.pia.send(
                "POST",
                "projects/" + cast.streets + "/derivations",
                Deriving.wanted(null, null, hidden, source()),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        UUID shared = UUID.fromString(made.says("201").at("/datasetId"));
        stage.sql()
                .update(DATASET)
                .set(DATASET.VISIBILITY, "PROJECT")
                .where(DATASET.ID.eq(shared))
                .execute();
        cast.ada
                .put("datasets/" + shared + "/members/" + cast.lena.id(), Map.of("level", "ADMIN"))
                .says("204");
        Answer seen = cast.lena.get("datasets/" + shared + "/opening").ok();
        assertThat(seen.json().get("origins").findValuesAsString("dataset")).hasSize(1);
        assertThat(seen.at("/otherOrigins")).isEqualTo("1");
        assertThat(seen.text()).doesNotContain("Hidden");
        assertThat(cast.ada.get("datasets/" + shared + "/opening").ok().at("/otherOrigins"))
                .isEqualTo("0");
    }
}
