package dev.kontor.usage;

import java.time.LocalDate;

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
        LocalDate month, boolean over, long byteHours, long peakBytes, long inferredFiles, int activeMembers) {}
