package dev.kontor.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.WorkspaceState;
import dev.kontor.web.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** every way from one state of a workspace to another, and every one that there is not. */
class LifeTest {
    private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");
    private static final WorkspaceSettings PERIODS = new WorkspaceSettings(
            Duration.ofDays(30),
            Duration.ofDays(30),
            Duration.ofDays(20),
            List.of(Duration.ofDays(1), Duration.ofDays(7)),
            Duration.ofDays(1),
            Duration.ofMinutes(1));

    /** As it is on 1 May, by the words of the table. */
    private static Life life(String words) {
        Instant soon = MAY.plus(Duration.ofDays(5));
        Instant past = MAY.minus(Duration.ofDays(5));
        return switch (words) {
            case "on trial" -> new Life(Plan.TRIAL, WorkspaceState.TRIAL, soon, null, null, null, null);
            case "trial over" -> new Life(Plan.TRIAL, WorkspaceState.TRIAL, MAY, null, null, null, null);
            case "enterprise" -> new Life(Plan.ENTERPRISE, WorkspaceState.ENTERPRISE, null, null, null, null, null);
            case "deactivated" -> new Life(Plan.TRIAL, WorkspaceState.DEACTIVATED, past, past, soon, null, null);
            case "deactivated by a clock that was wrong" ->
                new Life(Plan.TRIAL, WorkspaceState.DEACTIVATED, soon, MAY.plusSeconds(900_000), soon, null, null);
            case "deactivated, purge due" ->
                new Life(Plan.TRIAL, WorkspaceState.DEACTIVATED, past, past, MAY, null, null);
            case "dying on trial" ->
                new Life(Plan.TRIAL, WorkspaceState.DELETION_SCHEDULED, soon, null, soon, null, null);
            case "dying, trial over" ->
                new Life(Plan.TRIAL, WorkspaceState.DELETION_SCHEDULED, past, null, soon, null, null);
            case "dying, paid" ->
                new Life(Plan.ENTERPRISE, WorkspaceState.DELETION_SCHEDULED, null, null, soon, null, null);
            case "dying, purged before" ->
                new Life(Plan.TRIAL, WorkspaceState.DELETION_SCHEDULED, past, null, soon, past, null);
            case "dying, time over" ->
                new Life(Plan.TRIAL, WorkspaceState.DELETION_SCHEDULED, past, null, MAY, null, null);
            case "purged" -> new Life(Plan.TRIAL, WorkspaceState.PURGED, past, null, null, past, null);
            default -> throw new IllegalArgumentException(words);
        };
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, ends by itself after {3} days")
    @CsvSource(delimiter = '|', textBlock = """
        on trial               | switches | ENTERPRISE         |
        on trial               | deletes  | DELETION_SCHEDULED | 20
        on trial               | restores | 409 no-deletion-scheduled |
        on trial               | waits    | TRIAL              | 5
        trial over             | waits    | DEACTIVATED        | 30
        trial over             | switches | ENTERPRISE         |
        enterprise             | switches | 409 plan-already-held |
        enterprise             | deletes  | DELETION_SCHEDULED | 20
        enterprise             | restores | 409 no-deletion-scheduled |
        enterprise             | waits    | ENTERPRISE         |
        deactivated            | switches | ENTERPRISE         |
        deactivated            | deletes  | DELETION_SCHEDULED | 20
        deactivated            | restores | 409 no-deletion-scheduled |
        deactivated            | waits    | DEACTIVATED        | 5
        deactivated by a clock that was wrong | waits | TRIAL  | 5
        deactivated, purge due | is purged | PURGED            |
        deactivated, purge due | switches | ENTERPRISE         |
        dying on trial         | switches | ENTERPRISE         |
        dying on trial         | restores | TRIAL              | 5
        dying on trial         | deletes  | 409 deletion-scheduled-already |
        dying on trial         | waits    | DELETION_SCHEDULED | 5
        dying, trial over      | restores | DEACTIVATED        | 30
        dying, paid            | restores | ENTERPRISE         |
        dying, purged before   | restores | PURGED             |
        dying, purged before   | switches | ENTERPRISE         |
        dying, time over       | is purged | PURGED            |
        purged                 | switches | ENTERPRISE         |
        purged                 | deletes  | DELETION_SCHEDULED | 20
        purged                 | restores | 409 no-deletion-scheduled |
        purged                 | waits    | PURGED             |
        """)
    void goesFromStateToState(String before, String what, String after, Integer days) {
        Life life = life(before);
        if (after.startsWith("409")) {
            assertThat(refused(() -> step(life, what))).isEqualTo(after);
            return;
        }
        Life next = step(life, what);
        assertThat(next.state().name()).isEqualTo(after);
        assertThat(next.ending().map(Ending::deadline).orElse(null))
                .isEqualTo(days == null ? null : MAY.plus(Duration.ofDays(days)));
    }

    private static Life step(Life life, String what) {
        return switch (what) {
            case "switches" -> life.switched();
            case "deletes" -> life.deletionScheduled(MAY, PERIODS);
            case "restores" -> life.restored(MAY, PERIODS);
            case "waits" -> life.byClock(MAY, PERIODS);
            case "is purged" -> life.purged(MAY);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String refused(Supplier<Life> step) {
        try {
            step.get();
            return "not at all";
        } catch (Refused refused) {
            return refused.refusal().status().value() + " " + refused.refusal().code();
        }
    }

    @ParameterizedTest(name = "{0} is due: {1}; gone for good after: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        on trial               | false | false
        trial over             | false | false
        enterprise             | false | false
        deactivated            | false | false
        deactivated, purge due | true  | false
        dying on trial         | false | false
        dying, time over       | true  | true
        purged                 | false | false
        """)
    void isPurgedOnlyWhenItsTimeHasCome(String words, boolean due, boolean gone) {
        assertThat(life(words).purgeDue(MAY)).isEqualTo(due);
        if (due) {
            assertThat(life(words).purged(MAY).deletedAt() != null).isEqualTo(gone);
            assertThat(life(words).purgeDue(MAY.minusMillis(1))).isFalse();
        }
    }
}
