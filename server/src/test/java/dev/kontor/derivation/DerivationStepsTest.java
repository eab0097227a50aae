package dev.kontor.derivation;

import static dev.kontor.derivation.Deriving.*;
import static dev.kontor.draft.FillDraft.Conflicts.KEEP_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import dev.kontor.access.Actor;
import dev.kontor.dataset.DatasetName;
import dev.kontor.draft.FillDraft;
import dev.kontor.identity.Starters;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import dev.kontor.testing.Upload;
import dev.kontor.version.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: a derivation goes on in steps, none of which keeps others waiting for long. */
@Specification
class DerivationStepsTest {
    private static final FillDraft.Most MOST = new FillDraft.Most(1_000, 3);

    @Autowired
    Stage stage;

    @Autowired
    DeriveDataset derive;

    @Autowired
    StartDerivation steps;

    @Autowired
    Starters starters;

    @Autowired
    FillDraft fill;

    @Autowired
    Spots spots;

    Cast cast;
    UUID streets;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        streets = Deriving.streets(cast.pia, cast.streets);
    }

    @Test
    void takesMoreThanOneStepForMany() {
        UUID source = dataset(
                cast.pia, cast.streets, "Many " + NUMBER.incrementAndGet(), new Upload().file("0.txt", bytes("a")));
        stage.sql().execute("""
            insert into item (line_id, path, added_in, digest, size, media_type)
            select i.line_id, 'n/' || lpad(n :: text, 6, '0'), i.added_in, i.digest, i.size, i.media_type
            from item i join line l on l.id = i.line_id and l.dataset_id = {0}, generate_series(1, 45000) n\
            """, val(source));
        stage.sql().execute("update version set items = items + 45000 where dataset_id = {0}", val(source));
        String where = "{\"not\": {\"path\": {\"startsWith\": \"n/04\"}}}";
        Answer started = start(cast.pia, cast.streets, where, null, source, streets);
        assertThat(started.at("/handled"))
                .as("nothing large in the one transaction of a request with a key")
                .isEqualTo("0");
        UUID begun = started.id();
        Answer made = stage.eventually(
                () -> Optional.of(cast.pia.get("me/derivations/" + begun).ok())
                        .filter(answer -> !answer.at("/state").equals("RUNNING")));
        assertThat(made.at("/state")).isEqualTo("DONE");
        assertThat(made.at("/handled")).isEqualTo("45005");
        assertThat(made.at("/taken")).isEqualTo("40004");
        assertThat(cast.pia.get("datasets/" + made.at("/datasetId")).ok().at("/items"))
                .isEqualTo("40004");
    }

    @Test
    void writesNoMoreAtOnceThanItSays() {
        UUID into = dataset(cast.pia, cast.streets, "Into", new Upload().file("z", bytes("z")));
        String draft = draft(cast.pia, into);
        long number = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
        Actor pia = starters.actor(cast.pia.id(), null).orElseThrow();
        List<String> ends = new ArrayList<>();
        String after = null;
        long looked = 0;
        do {
            FillDraft.Stretch from = new FillDraft.Stretch(spots.version(pia, streets, "main"), after, looked, MOST);
            FillDraft.Page page = fill.fill(pia, into, number, from, trueCondition(), KEEP_FIRST);
            ends.add(page.taken() + " of " + page.looked() + " to " + page.last());
            after = page.last();
            looked += page.looked();
        } while (after != null);
        assertThat(ends)
                .as("many are looked at, few are put in")
                .containsExactly("3 of 3 to b/four.txt", "1 of 1 to null");
    }

    @Test
    void commitsByItself() {
        UUID id = derive.start(
                starters.actor(cast.pia.id(), null).orElseThrow(),
                cast.streets,
                new DeriveDataset.Wanted(
                        new DatasetName("Commits " + NUMBER.incrementAndGet()),
                        null,
                        null,
                        List.of(new DeriveDataset.From(streets, "main")),
                        null,
                        null));
        assertThat(steps.step(id)).as("filled, with the quota's lock").isTrue();
        String made = "datasets/" + cast.pia.get("me/derivations/" + id).ok().at("/datasetId");
        assertThat(cast.pia.get(made + "/versions").ok().items()).isEmpty();
        assertThat(steps.step(id)).as("committed, without it").isFalse();
        assertThat(cast.pia.get(made + "/versions").ok().items()).hasSize(1);
    }

    @Test
    void refusedTogetherNoneWaitsForTheOther() throws Exception {
        UUID clashing = dataset(cast.pia, cast.streets, "Clash", new Upload().file("a/one.png", bytes("other")));
        Callable<Answer> merge = () -> sent(cast.pia, cast.streets, null, "ABORT", streets, clashing);
        assertThat(Together.said(merge, merge, merge, merge)).containsOnly("409 paths-clash");
    }

    @ParameterizedTest(name = "{0} looked at, {1} taken: {2}")
    @CsvSource({
        "0, 0, 20000",
        "20000, 20000, 100000",
        "20000, 200, 1000000",
        "20000, 10000, 200000",
        "20000, 0, 1000000"
    })
    void looksAtMoreWhereFewComeAlong(long handled, long taken, int limit) {
        assertThat(DeriveDataset.limit(handled, taken)).isEqualTo(limit);
    }
}
