package dev.kontor.plan;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** O-07: what the clock does to a workspace, whatever the clock does itself. */
@Specification
class PassTimeTest {
    private static final WorkspaceSettings PERIODS = new WorkspaceSettings(
            Duration.ofDays(30),
            Duration.ofDays(8),
            Duration.ofDays(8),
            List.of(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1)),
            Duration.ofDays(1),
            Duration.ofHours(2));

    @Autowired
    Stage stage;

    @Autowired
    Locks locks;

    @Autowired
    Lives lives;

    @Autowired
    Purges purges;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;
    Instant now;
    PassTime time;

    @BeforeEach
    void onTrialForEightDays() {
        cast = stage.cast();
        now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        time = node();
        set(WORKSPACE.TRIAL_ENDS_AT, now.plus(Duration.ofDays(8)));
        time.watch();
    }

    /** One of several that do the same, by the same clock. */
    private PassTime node() {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        return new PassTime(locks, lives, new Warnings(stage.sql(), PERIODS), purges, PERIODS, clock, audit, events);
    }

    private <T> void set(org.jooq.Field<T> field, T value) {
        DSLContext sql = stage.sql();
        sql.update(WORKSPACE)
                .set(field, value)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
    }

    private void tick() {
        tick(time);
    }

    private void tick(PassTime node) {
        for (Consumer<PassTime> step : List.<Consumer<PassTime>>of(
                PassTime::watch,
                node1 -> node1.live(cast.workspace),
                node1 -> node1.warn(cast.workspace),
                node1 -> node1.purge(cast.workspace))) {
            transaction.executeWithoutResult(status -> step.accept(node));
        }
    }

    private void pass(Duration length) {
        for (Instant end = now.plus(length); now.isBefore(end); ) {
            now = now.plus(Duration.ofHours(2));
            tick();
        }
    }

    private void jump(Duration length) {
        now = now.plus(length);
        tick();
    }

    private String state() {
        return stage.sql()
                .select(WORKSPACE.STATE)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .fetchSingle(WORKSPACE.STATE);
    }

    /** What happened, in its order: kinds, and of warnings which end and how long before. */
    private List<String> log() {
        var ending = jsonbGetAttributeAsText(AUDIT_EVENT.DETAIL, "ending");
        var lead = jsonbGetAttributeAsText(AUDIT_EVENT.DETAIL, "lead");
        return stage.sql()
                .select(AUDIT_EVENT.KIND, ending, lead)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(cast.workspace))
                .and(AUDIT_EVENT.KIND.in(
                        "workspace.warned",
                        "workspace.deactivated",
                        "workspace.reactivated",
                        "workspace.purged",
                        "workspace.deleted",
                        "workspace.plan-switched"))
                .orderBy(AUDIT_EVENT.ID)
                .fetch(r -> r.value2() == null
                        ? r.value1().replace("workspace.", "")
                        : r.value2() + " in " + Duration.parse(r.value3()).toDays());
    }

    @Test
    void aLifeTakesItsCourse() {
        pass(Duration.ofDays(17));
        assertThat(log())
                .containsExactly(
                        "TRIAL in 7",
                        "TRIAL in 3",
                        "TRIAL in 1",
                        "deactivated",
                        "PURGE in 7",
                        "PURGE in 3",
                        "PURGE in 1",
                        "purged");
        assertThat(state()).isEqualTo("PURGED");
        pass(Duration.ofDays(40));
        assertThat(log()).hasSize(8);
    }

    @Test
    void noJumpOfTheClockPurgesWithoutItsWarnings() {
        jump(Duration.ofDays(400));
        assertThat(log()).containsExactly("deactivated");
        jump(Duration.ofDays(400));
        assertThat(log()).as("one warning, not three at once").containsExactly("deactivated", "PURGE in 1");
        jump(Duration.ofDays(2));
        jump(Duration.ofDays(400));
        assertThat(state()).as("the last warning is not a day old").isEqualTo("DEACTIVATED");
        now = now.minus(Duration.ofDays(300));
        pass(Duration.ofHours(12));
        assertThat(state()).isEqualTo("DEACTIVATED");
        now = now.plus(Duration.ofDays(400));
        pass(Duration.ofDays(1));
        assertThat(log()).containsExactly("deactivated", "PURGE in 1", "purged");
    }

    @Test
    void noJumpOfTheClockDeletesWithoutItsWarnings() {
        cast.olga.delete("workspaces/" + cast.workspace + "?name=Acme+vision").says("204");
        jump(Duration.ofDays(400));
        assertThat(log()).containsExactly("DELETION in 1");
        now = now.minus(Duration.ofDays(399));
        tick();
        now = now.plus(Duration.ofDays(399));
        pass(Duration.ofHours(20));
        assertThat(state()).as("the last warning is not a day old").isEqualTo("DELETION_SCHEDULED");
        pass(Duration.ofHours(8));
        assertThat(log()).containsExactly("DELETION in 1", "deleted");
    }

    @Test
    void aClockThatWasWrongGivesTheTrialBackAndRepeatsNoWarning() {
        pass(Duration.ofDays(2));
        assertThat(log()).containsExactly("TRIAL in 7");
        Instant right = now;
        jump(Duration.ofDays(90));
        assertThat(state()).isEqualTo("DEACTIVATED");
        now = right;
        tick();
        assertThat(log()).containsExactly("TRIAL in 7", "deactivated", "reactivated");
        assertThat(state()).isEqualTo("TRIAL");
        pass(Duration.ofDays(7));
        assertThat(log())
                .startsWith("TRIAL in 7", "deactivated", "reactivated", "TRIAL in 3", "TRIAL in 1", "deactivated");
    }

    @Test
    void aNewEndIsWarnedOfAnew() {
        pass(Duration.ofDays(14));
        assertThat(log()).endsWith("PURGE in 3");
        cast.olga.delete("workspaces/" + cast.workspace + "?name=Acme+vision").says("204");
        cast.olga.post(cast.at("restoration"), null).says("200");
        // by the server's own clock the trial is not over yet
        pass(Duration.ofDays(2));
        assertThat(log()).endsWith("PURGE in 3", "deactivated", "PURGE in 7");
    }

    @Test
    void severalNodesDoNothingTwice() throws Exception {
        jump(Duration.ofDays(8));
        jump(Duration.ofDays(8));
        pass(Duration.ofDays(1).minusHours(2));
        now = now.plus(Duration.ofDays(1));
        time.watch();
        CyclicBarrier start = new CyclicBarrier(6);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> nodes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                nodes.add(threads.submit(() -> {
                    start.await();
                    tick(node());
                    return 1;
                }));
            }
            for (Future<?> node : nodes) {
                node.get();
            }
        }
        assertThat(log()).containsExactly("deactivated", "PURGE in 1", "purged");
    }

    private List<String> told(Client who) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return who.get("me/notifications?limit=200").ok().items().stream()
                .map(one -> one.path("kind").asString())
                .filter(kind ->
                        kind.matches("TRIAL_.*|PURGE_.*|DELETION_.*|WORKSPACE_(PURGED|DELETED|RESTORED)|HOUSE_.*"))
                .toList()
                .reversed();
    }

    @Test
    void eachIsToldOfWhatConcernsThem() {
        cast.petra
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Lanes"))
                .ok();
        cast.mo
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Signs"))
                .ok();
        jump(Duration.ofDays(5).plusHours(1));
        jump(Duration.ofDays(3));
        jump(Duration.ofDays(8));
        String[] admins = {"TRIAL_ENDING", "TRIAL_ENDED", "PURGE_NEAR"};
        assertThat(told(cast.olga)).containsExactly(admins);
        assertThat(told(cast.ada)).containsExactly(admins);
        assertThat(told(cast.otto))
                .containsExactly("HOUSE_WORKSPACE_ENDS", "HOUSE_WORKSPACE_ENDS", "HOUSE_WORKSPACE_ENDS");
        for (Client losing : List.of(cast.petra, cast.mo, cast.lena)) {
            assertThat(told(losing)).as(losing.name()).containsExactly("PURGE_NEAR");
        }
        for (Client other : List.of(cast.ann, cast.lars, cast.sam, cast.rex)) {
            assertThat(told(other)).as(other.name()).isEmpty();
        }
        assertThat(cast.ada.get(cast.at("plan")).json().at("/warnings").size()).isEqualTo(3);
        assertThat(cast.mo.get(cast.at("plan")).json().at("/warnings").size()).isZero();
    }

    /** all members are told the date. */
    @Test
    void aDeletionConcernsEverybody() {
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        cast.olga.delete("workspaces/" + cast.workspace + "?name=Acme+vision").says("204");
        for (Client member : List.of(cast.olga, cast.mo, cast.lars)) {
            assertThat(told(member)).as(member.name()).containsExactly("DELETION_SCHEDULED");
        }
        assertThat(told(cast.otto)).containsExactly("HOUSE_PLAN_SWITCHED", "HOUSE_WORKSPACE_ENDS");
        cast.olga.post(cast.at("restoration"), null).says("200");
        assertThat(told(cast.mo)).containsExactly("DELETION_SCHEDULED", "WORKSPACE_RESTORED");
        assertThat(state()).isEqualTo("ENTERPRISE");
    }
}
