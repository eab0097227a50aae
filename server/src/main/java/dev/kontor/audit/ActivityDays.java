package dev.kontor.audit;

import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much happened on each day (C-07): of the last 30 days, if not asked otherwise; days as a time zone has them. */
@Component
class ActivityDays {
    private static final int USUAL = 30;
    private static final int MOST = 400;

    private final AuditEvents events;
    private final Clock clock;

    ActivityDays(AuditEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    record Day(LocalDate day, int count) {}

    /** Every day is there, also one on which nothing happened. */
    Page<Day> count(Logbook book, AuditEvents.Wanted wanted, String zone) {
        ZoneId place = place(zone);
        Instant to =
                wanted.filter().to() == null ? clock.instant() : wanted.filter().to();
        LocalDate last = to.minusNanos(1).atZone(place).toLocalDate();
        LocalDate first = wanted.filter().from() == null
                ? last.minusDays(USUAL - 1L)
                : wanted.filter().from().atZone(place).toLocalDate();
        List<LocalDate> days = first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).limit(MOST + 1L).toList();
        if (days.size() > MOST) {
            throw Refusal.UNACCEPTABLE.on("from", "At most " + MOST + " days are counted at once.");
        }
        return new Page<>(days.isEmpty() ? List.of() : count(book, wanted, days, place), null);
    }

    private List<Day> count(Logbook book, AuditEvents.Wanted wanted, List<LocalDate> days, ZoneId place) {
        List<Instant> bounds = new ArrayList<>();
        days.forEach(day -> bounds.add(day.atStartOfDay(place).toInstant()));
        bounds.add(days.getLast().plusDays(1).atStartOfDay(place).toInstant());
        Map<Integer, Integer> counts = events.counts(book, wanted, bounds);
        List<Day> counted = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            counted.add(new Day(days.get(i), counts.getOrDefault(i + 1, 0)));
        }
        return counted;
    }

    private static ZoneId place(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Refusal.UNACCEPTABLE.on("zone", "There is no time zone " + zone + "; an example is Europe/Berlin.");
        }
    }
}
