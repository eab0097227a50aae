package dev.kontor.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace used in a calendar month, in UTC: what it is billed by.
 *
 * @param month its first day
 * @param over whether these are its last figures; those of the present month are so far
 * @param byteHours what counts as storage (O-08), over time: a byte that was there for an hour is one
 * @param peakBytes the most that was stored at once
 * @param inferredFiles that labels were inferred for (O-20)
 * @param activeMembers members who did something that the log tells of
 */
record MonthlyUsage(
        LocalDate month, boolean over, long byteHours, long peakBytes, long inferredFiles, int activeMembers) {
    private static final String BEGINNING = "TRIAL";

    /**
     * The plan on which a month ended. A-12: all begin on trial, and nobody comes back to it; of a workspace on another plan
     * of which the log does not tell when it came to it, that is not known.
     *
     * @param present the plan that the workspace has now
     * @param switchedAt when it came to that
     */
    @Nullable
    String planOf(String present, @Nullable Instant switchedAt) {
        if (!over || present.equals(BEGINNING)) {
            return present;
        }
        if (switchedAt == null) {
            return null;
        }
        Instant end = month.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return switchedAt.isBefore(end) ? present : BEGINNING;
    }
}
