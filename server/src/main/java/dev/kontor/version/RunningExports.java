package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.RUNNING_EXPORT;
import static kontor.tables.Tables.VERSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of downloads under way, for which a version is kept. One that was not heard of for a while is over. */
@Component
public class RunningExports {
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final Clock clock;

    RunningExports(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One that is under way, since when it was last heard of. */
    public record Running(UUID id, Instant seen) {}

    /** Refused where the version was deleted after it was found. */
    public Optional<Running> begin(Spot spot) {
        Instant now = clock.instant();
        if (spot.versionId() != null
                && sql.select(VERSION.ID)
                        .from(VERSION)
                        .where(VERSION.ID.eq(spot.versionId()))
                        .forKeyShare()
                        .fetch()
                        .isEmpty()) {
            throw NOT_FOUND.refused();
        }
        return Optional.ofNullable(spot.versionId())
                .map(version -> new Running(
                        sql.insertInto(RUNNING_EXPORT)
                                .set(RUNNING_EXPORT.VERSION_ID, version)
                                .set(
                                        RUNNING_EXPORT.USER_ID,
                                        spot.grant().actor().userId())
                                .set(RUNNING_EXPORT.SEEN_AT, now)
                                .returning(RUNNING_EXPORT.ID)
                                .fetchSingle()
                                .get(RUNNING_EXPORT.ID),
                        now));
    }

    /** Says that it goes on, once in a while. */
    public Running goesOn(Running running) {
        Instant now = clock.instant();
        if (now.isBefore(running.seen().plus(SILENCE.dividedBy(5)))) {
            return running;
        }
        sql.update(RUNNING_EXPORT)
                .set(RUNNING_EXPORT.SEEN_AT, now)
                .where(RUNNING_EXPORT.ID.eq(running.id()))
                .execute();
        return new Running(running.id(), now);
    }

    public void end(Running running) {
        sql.deleteFrom(RUNNING_EXPORT).where(RUNNING_EXPORT.ID.eq(running.id())).execute();
    }

    public int count(UUID versionId) {
        return sql.fetchCount(
                RUNNING_EXPORT,
                RUNNING_EXPORT
                        .VERSION_ID
                        .eq(versionId)
                        .and(RUNNING_EXPORT.SEEN_AT.gt(clock.instant().minus(SILENCE))));
    }
}
