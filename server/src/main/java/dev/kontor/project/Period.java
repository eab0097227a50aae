package dev.kontor.project;

import dev.kontor.web.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days for which a project is planned, either end open. It is shown and decides nothing. */
record Period(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    Period {
        checkYear("startsOn", startsOn);
        checkYear("endsOn", endsOn);
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            throw Refusal.BAD_PERIOD.refused();
        }
    }

    /** Most likely a slip: a year of two digits, or of five. */
    private static void checkYear(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw Refusal.UNACCEPTABLE.on(field, "A day lies between the years 1900 and 2999.");
        }
    }
}
