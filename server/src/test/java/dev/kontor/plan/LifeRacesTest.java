package dev.kontor.plan;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.Locks;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * what the owner does at the moment in which the clock does something, on two nodes. In every second round both
 * stand before the workspace's lock when it is let go of, in the order that the round says; else they start within three
 * milliseconds of each other. So each outcome comes about, and every round asks whether it is whole.
 */
@Specification
class LifeRacesTest {
    private static final int ROUNDS = 24;
    private static final long PATIENCE = 20_000_000_000L;
    private static final Random RANDOM = new Random(7);

    @Autowired
    Stage stage;

    @Autowired
    Locks locks;

    @Autowired
    PassTime time;

    @Autowired
    TransactionTemplate transaction;

    Client olga;
    UUID workspace;
    UUID project;

    @BeforeEach
    void aWorkspaceOfOnesOwn() {
        olga = stage.stranger("Olga");
        workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        project = stage.project(olga, workspace, "Streets", "PUBLIC");
    }

    private String at(String path) {
        return "workspaces/" + workspace + "/" + path;
    }

    /** Whatever became of it before, its time has come again, and its last warning is old enough. */
    private void due(String state) {
        Instant now = Instant.now();
        boolean trial = state.equals("TRIAL");
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PLAN, "TRIAL")
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.TRIAL_ENDS_AT, now.minusSeconds(trial ? 1 : 90))
                .set(WORKSPACE.PURGE_AT, trial ? null : now.minusSeconds(60))
                .setNull(WORKSPACE.PURGED_AT)
                .where(WORKSPACE.ID.eq(workspace))
                .execute();
        time.watch();
        time.warn(workspace);
        stage.sql()
                .update(WARNING)
                .set(WARNING.WATCHED_MS, -100_000_000_000L)
                .where(WARNING.WORKSPACE_ID.eq(workspace))
                .execute();
        if (olga.get("projects/" + project).status() == 404) {
            stage.sql()
                    .update(PROJECT)
                    .setNull(PROJECT.PURGED_AT)
                    .setNull(PROJECT.TRASHED_AT)
                    .where(PROJECT.ID.eq(project))
                    .execute();
        }
    }

    /** What the owner was told; the clock strikes on two nodes. */
    private String race(int round, Callable<String> owner, Runnable clock) throws Exception {
        List<Callable<String>> both = new ArrayList<>(List.of(owner, struck(clock), struck(clock)));
        return round % 2 == 0 ? atOnce(both) : queued(round % 4 == 1 ? both : both.reversed(), owner);
    }

    private static Callable<String> struck(Runnable clock) {
        return () -> {
            clock.run();
            return "struck";
        };
    }

    private static String atOnce(List<Callable<String>> all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<String> one : all) {
                long later = RANDOM.nextInt(3_000_000);
                running.add(threads.submit(() -> {
                    start.await();
                    LockSupport.parkNanos(later);
                    return one.call();
                }));
            }
            for (Future<String> one : running) {
                one.get();
            }
            return running.getFirst().get();
        }
    }

    /** One after the other they come to stand before the lock, while somebody else holds it. */
    private String queued(List<Callable<String>> all, Callable<String> asked) throws Exception {
        List<Future<String>> waiting = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                locks.alone(Locks.Scope.WORKSPACE, workspace);
                for (Callable<String> one : all) {
                    waiting.add(threads.submit(one));
                    int standing = waiting.size();
                    for (long end = System.nanoTime() + PATIENCE;
                            standing() < standing;
                            LockSupport.parkNanos(500_000)) {
                        assertThat(System.nanoTime()).as("came to the lock").isLessThan(end);
                    }
                }
            });
            for (Future<String> one : waiting) {
                one.get();
            }
            return waiting.get(all.indexOf(asked)).get();
        }
    }

    private int standing() {
        return stage.sql().fetchSingle("""
            select count(*)::int from pg_locks w
            join pg_locks h on h.granted and h.locktype = 'advisory' and h.pid = pg_backend_pid()
                           and (h.classid, h.objid) = (w.classid, w.objid)
            where w.locktype = 'advisory' and not w.granted\
            """).into(Integer.class);
    }

    private List<String> log() {
        return stage.sql()
                .select(AUDIT_EVENT.KIND)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(workspace))
                .and(AUDIT_EVENT.KIND.startsWith("workspace."))
                .and(AUDIT_EVENT.KIND.notIn("workspace.warned", "workspace.edited"))
                .orderBy(AUDIT_EVENT.ID)
                .fetch(kind -> kind.value1().replace("workspace.", ""));
    }

    /** The life that a customer has paid for, whatever came before. */
    private void paid(String said) {
        assertThat(said).isEqualTo("200");
        var plan = olga.get(at("plan")).ok();
        assertThat(plan.at("/state")).isEqualTo("ENTERPRISE");
        assertThat(plan.json().at("/purgeAt").isNull()).isTrue();
        time.live(workspace);
        time.warn(workspace);
        time.purge(workspace);
        assertThat(olga.get(at("plan")).at("/state")).as("and stays so").isEqualTo("ENTERPRISE");
        olga.patch("workspaces/" + workspace, Map.of("description", "Still here"))
                .ok();
    }

    private Callable<String> pays() {
        return () -> olga.put(at("plan"), Map.of("plan", "ENTERPRISE")).said();
    }

    @Test
    void whoPaysAsTheTrialEndsHasPaid() throws Exception {
        Set<String> ends = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            due("TRIAL");
            int before = log().size();
            paid(race(round, pays(), () -> time.live(workspace)));
            List<String> happened = log().subList(before, log().size());
            ends.add(happened.toString());
            olga.get("projects/" + project).ok();
        }
        assertThat(ends)
                .as("paid before and after")
                .containsExactlyInAnyOrder("[plan-switched]", "[deactivated, plan-switched]");
    }

    @Test
    void whoPaysAsThePurgeBeginsKeepsAllOrBeginsAnew() throws Exception {
        Set<String> ends = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            due("DEACTIVATED");
            int before = log().size();
            paid(race(round, pays(), () -> time.purge(workspace)));
            List<String> happened = log().subList(before, log().size());
            boolean kept = happened.equals(List.of("plan-switched"));
            assertThat(olga.get("projects/" + project).status()).isEqualTo(kept ? 200 : 404);
            assertThat(stage.sql().fetchExists(PURGE, PURGE.WORKSPACE_ID.eq(workspace)))
                    .isEqualTo(!kept);
            stage.sql()
                    .deleteFrom(PURGE)
                    .where(PURGE.WORKSPACE_ID.eq(workspace))
                    .execute();
            ends.add(happened.toString());
        }
        assertThat(ends)
                .as("paid before and after")
                .containsExactlyInAnyOrder("[plan-switched]", "[purged, plan-switched]");
    }

    /** Taken back before, everything is there; after, there is nothing to take back any more. */
    @Test
    void whoRestoresAsThePurgeBeginsHasAllOrNothing() throws Exception {
        Set<String> ends = new HashSet<>();
        for (int round = 0; round < ROUNDS && ends.size() < 2 || round < 8; round++) {
            due("DELETION_SCHEDULED");
            int before = log().size();
            String said = race(round, () -> olga.post(at("restoration"), null).said(), () -> time.purge(workspace));
            List<String> happened = log().subList(before, log().size());
            ends.add(said);
            if (said.equals("200")) {
                assertThat(happened).containsExactly("restored");
                assertThat(olga.get(at("plan")).at("/state")).isEqualTo("DEACTIVATED");
                olga.get("projects/" + project).ok();
            } else {
                assertThat(said).isEqualTo("404 not-found");
                assertThat(happened).containsExactly("deleted");
                olga.get("workspaces/" + workspace).says("404 not-found");
                olga.get("projects/" + project).says("404 not-found");
                aWorkspaceOfOnesOwn();
            }
        }
        assertThat(ends).containsExactlyInAnyOrder("200", "404 not-found");
    }
}
