package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is metered, against an oracle in plain Java that knows nothing but what was stored from when on: random changes in
 * several projects, steps of the clock, borders of months that nobody crossed with a change, leap years, purges, jobs.
 */
@Specification
class MonthsTest {
    private static final Duration LONGEST = Duration.ofDays(75);

    @Autowired
    Stage stage;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MonthlyUsages usages;

    @Autowired
    Months months;

    /** What one project stored: from each moment on so much. */
    private static final class Stored {
        final NavigableMap<Instant, Long> from = new TreeMap<>();

        long bytes() {
            return from.lastEntry().getValue();
        }

        /** Never earlier than what is counted already. */
        void becomes(long bytes, Instant now) {
            from.put(from.isEmpty() || now.isAfter(from.lastKey()) ? now : from.lastKey(), bytes);
        }

        BigInteger byteMicros(Instant since, Instant until, Instant now) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Instant, Long> one : from.entrySet()) {
                Instant next = from.higherKey(one.getKey());
                Instant end = next == null ? now : next;
                Instant first = one.getKey().isBefore(since) ? since : one.getKey();
                Instant last = end.isAfter(until) ? until : end;
                if (last.isAfter(first)) {
                    sum = sum.add(BigInteger.valueOf(one.getValue())
                            .multiply(BigInteger.valueOf(ChronoUnit.MICROS.between(first, last))));
                }
            }
            return sum;
        }

        long at(Instant moment) {
            var entry = from.floorEntry(moment);
            return entry == null ? 0 : entry.getValue();
        }
    }

    /** A workspace that lives through a history, in the database and in the oracle. */
    private final class History {
        final Random random;
        final boolean back;
        final UUID workspace;
        final Map<UUID, Stored> projects = new HashMap<>();
        final List<Stored> gone = new ArrayList<>();
        final Instant began;
        Instant now;

        History(long seed, boolean back) {
            this.random = new Random(seed);
            this.back = back;
            Storage at = Storage.of(stage);
            workspace = at.workspace();
            began = Instant.parse("2023-11-20T10:00:00Z").plus(micros(Duration.ofDays(70)));
            now = began;
            stage.sql()
                    .update(WORKSPACE)
                    .set(WORKSPACE.METERED_SINCE, began)
                    .where(WORKSPACE.ID.eq(workspace))
                    .execute();
            enters(at.project());
            enters(stage.project(at.owner(), workspace, "Second", "PUBLIC"));
            enters(stage.project(at.owner(), workspace, "Third", "PUBLIC"));
        }

        private Duration micros(Duration most) {
            return Duration.of(random.nextLong(most.toNanos() / 1_000), ChronoUnit.MICROS);
        }

        private void at(Runnable step) {
            transaction.executeWithoutResult(status -> {
                stage.sql().execute("select set_config('kontor.now', {0}, true)", val(now.toString()));
                step.run();
            });
        }

        private void enters(UUID project) {
            at(() -> stage.sql().execute("select storage_hold({0}, {1})", val(project), val(workspace)));
            Stored stored = new Stored();
            stored.becomes(0, now);
            projects.put(project, stored);
        }

        void step() {
            Instant before = now;
            Duration most = random.nextInt(4) == 0 ? LONGEST : Duration.ofDays(3);
            now = back && random.nextInt(5) == 0 ? now.minus(micros(Duration.ofDays(20))) : now.plus(micros(most));
            if (random.nextInt(10) == 0) {
                Instant border = month(now);
                now = back || border.isAfter(before) ? border : now;
            }
            UUID project = projects.keySet().stream().sorted().toList().get(random.nextInt(projects.size()));
            switch (random.nextInt(12)) {
                case 0 -> count();
                case 1 -> purge(project);
                default -> change(project);
            }
        }

        private static Instant month(Instant of) {
            return YearMonth.from(of.atZone(ZoneOffset.UTC))
                    .atDay(1)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
        }

        private void change(UUID project) {
            Stored stored = projects.get(project);
            long before = stored.bytes();
            long after = before > 0 && random.nextInt(4) == 0 ? 0 : before ^ random.nextLong(1, 1L << 40);
            at(() -> {
                stage.sql()
                        .execute(
                                "select storage_hold({0}, {1}), storage_sum({0}, false, 1, {2})",
                                val(project), val(workspace), val(after - before));
                stage.sql().execute("select storage_growth({0})", val(project));
            });
            stored.becomes(after, now);
        }

        /** Those that lie idle are counted up to now; what others store is as it was. */
        private void count() {
            at(() -> {
                // of this workspace alone: others live at other times
                stage.sql()
                        .execute(
                                "update project_storage set metered_at = meter_now() where workspace_id = {0}"
                                        + " and metered_at < month_of(meter_now()) :: timestamp at time zone 'UTC'",
                                val(workspace));
                months.addUp();
            });
            projects.values().stream()
                    .filter(stored -> stored.from.lastKey().isBefore(month(now)))
                    .forEach(stored -> stored.becomes(stored.bytes(), now));
        }

        private void purge(UUID project) {
            if (projects.size() == 1) {
                return;
            }
            at(() -> stage.sql()
                    .deleteFrom(PROJECT_STORAGE)
                    .where(PROJECT_STORAGE.PROJECT_ID.eq(project))
                    .execute());
            Stored stored = projects.remove(project);
            stored.becomes(0, now);
            gone.add(stored);
        }

        private Stream<Stored> all() {
            return Stream.concat(projects.values().stream(), gone.stream());
        }

        void agrees() {
            List<MonthlyUsage> told = new ArrayList<>();
            at(() -> told.addAll(usages.months(List.of(workspace), null, 200).getOrDefault(workspace, List.of())));
            YearMonth present = YearMonth.from(now.atZone(ZoneOffset.UTC));
            YearMonth first = YearMonth.from(began.atZone(ZoneOffset.UTC));
            assertThat(told).hasSize((int) Math.max(0, first.until(present, ChronoUnit.MONTHS) + 1));
            for (MonthlyUsage usage : told) {
                YearMonth month = YearMonth.from(usage.month());
                Instant since = usage.month().atStartOfDay().toInstant(ZoneOffset.UTC);
                Instant until = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
                BigInteger sum = all().map(stored -> stored.byteMicros(since, until, now))
                        .reduce(BigInteger.ZERO, BigInteger::add);
                long hours = new BigDecimal(sum)
                        .divide(BigDecimal.valueOf(3_600_000_000L), 0, RoundingMode.HALF_UP)
                        .longValueExact();
                assertThat(usage.byteHours()).as("%s, read at %s", month, now).isEqualTo(hours);
                assertThat(usage.over()).isEqualTo(month.isBefore(present));
                if (!back) {
                    assertThat(usage.peakBytes()).as("peak of %s", month).isEqualTo(peak(since, until));
                }
            }
        }

        /** The most of the sums after every change, and of what the month before left. */
        private long peak(Instant since, Instant until) {
            return Stream.concat(
                            Stream.of(since.minus(1, ChronoUnit.MICROS)),
                            all().flatMap(stored -> stored.from.keySet().stream())
                                    .filter(moment -> !moment.isBefore(since) && moment.isBefore(until)))
                    .mapToLong(moment ->
                            all().mapToLong(stored -> stored.at(moment)).sum())
                    .max()
                    .orElse(0);
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(12);
    }

    @ParameterizedTest(name = "a clock that goes on, history {0}")
    @MethodSource("seeds")
    void isWhatWasStoredOverTime(long seed) {
        live(new History(seed, false));
    }

    @ParameterizedTest(name = "a clock that is set back at times, history {0}")
    @MethodSource("seeds")
    void noMomentCountsTwice(long seed) {
        live(new History(seed * 31, true));
    }

    private static void live(History history) {
        for (int i = 1; i <= 40; i++) {
            history.step();
            if (i % 8 == 0) {
                history.agrees();
            }
        }
    }

    /** February 2024 has 29 days, and nobody did anything in it. */
    @Test
    void aLeapFebruary() {
        History history = new History(1, false);
        UUID project = history.projects.keySet().iterator().next();
        history.now = Instant.parse("2024-01-31T23:00:00Z");
        history.change(project);
        history.now = Instant.parse("2024-03-01T01:00:00Z");
        history.agrees();
        long bytes = history.projects.get(project).bytes();
        List<MonthlyUsage> told = new ArrayList<>();
        history.at(() ->
                told.addAll(usages.months(List.of(history.workspace), null, 3).get(history.workspace)));
        assertThat(told.stream().map(MonthlyUsage::byteHours)).containsExactly(bytes, bytes * 24 * 29, bytes);
        assertThat(told.stream().map(MonthlyUsage::peakBytes)).containsExactly(bytes, bytes, bytes);
    }
}
