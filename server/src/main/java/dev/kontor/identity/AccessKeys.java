package dev.kontor.identity;

import static kontor.tables.Tables.ACCESS_KEY;
import static kontor.tables.Tables.APP_USER;
import static kontor.tables.facts.Tables.ACTIVE_USER;

import dev.kontor.access.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of access keys. Only the digest of a secret is kept; a key ends with its user. */
@Component
class AccessKeys {
    private static final Duration TOUCH = Duration.ofMinutes(5);

    private final DSLContext sql;
    private final Clock clock;

    AccessKeys(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    AccessKey insert(UUID userId, NewAccessKey wanted, Secret secret) {
        return sql.insertInto(ACCESS_KEY)
                .set(ACCESS_KEY.USER_ID, userId)
                .set(ACCESS_KEY.NAME, wanted.name().text())
                .set(ACCESS_KEY.DIGEST, secret.digest())
                .set(ACCESS_KEY.PREFIX, secret.text().substring(0, 12))
                .set(
                        ACCESS_KEY.WORKSPACES,
                        wanted.workspaces() == null ? null : wanted.workspaces().toArray(UUID[]::new))
                .set(
                        ACCESS_KEY.PERMISSIONS,
                        wanted.permissions() == null
                                ? null
                                : wanted.permissions().toArray(String[]::new))
                .set(ACCESS_KEY.CREATED_AT, clock.instant())
                .set(ACCESS_KEY.EXPIRES_AT, wanted.expiresAt())
                .returning()
                .fetchSingle(AccessKeys::key);
    }

    Optional<Actor> find(Secret secret) {
        Instant now = clock.instant();
        return actors(sql)
                .where(ACCESS_KEY.DIGEST.eq(secret.digest()))
                .and(ACCESS_KEY.EXPIRES_AT.isNull().or(ACCESS_KEY.EXPIRES_AT.gt(now)))
                .fetchOptional()
                .map(row -> {
                    Instant used = row.get(ACCESS_KEY.LAST_USED_AT);
                    if (used != null && used.isBefore(now.minus(TOUCH))) {
                        sql.update(APP_USER)
                                .set(APP_USER.LAST_SEEN_AT, now)
                                .where(APP_USER.ID.eq(row.get(ACTIVE_USER.USER_ID)))
                                .execute();
                    }
                    if (used == null || used.isBefore(now.minus(TOUCH))) {
                        sql.update(ACCESS_KEY)
                                .set(ACCESS_KEY.LAST_USED_AT, now)
                                .where(ACCESS_KEY.ID.eq(row.get(ACCESS_KEY.ID)))
                                .execute();
                    }
                    return actor(row);
                });
    }

    /** Keys with whoever acts by them; locked and removed people have none. */
    static SelectOnConditionStep<? extends Record> actors(DSLContext sql) {
        return sql.select(
                        ACCESS_KEY.ID,
                        ACCESS_KEY.WORKSPACES,
                        ACCESS_KEY.PERMISSIONS,
                        ACCESS_KEY.LAST_USED_AT,
                        ACTIVE_USER.USER_ID,
                        ACTIVE_USER.NAME,
                        ACTIVE_USER.ORGANIZATION_ID,
                        ACTIVE_USER.ADMINISTRATOR)
                .from(ACCESS_KEY)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(ACCESS_KEY.USER_ID));
    }

    static Actor actor(Record row) {
        var key = new Actor.Key(
                row.get(ACCESS_KEY.ID), set(row.get(ACCESS_KEY.WORKSPACES)), set(row.get(ACCESS_KEY.PERMISSIONS)));
        return new Actor(
                row.get(ACTIVE_USER.USER_ID),
                row.get(ACTIVE_USER.NAME),
                row.get(ACTIVE_USER.ORGANIZATION_ID),
                row.get(ACTIVE_USER.ADMINISTRATOR),
                Optional.of(key));
    }

    List<AccessKey> of(UUID userId) {
        return sql.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.USER_ID.eq(userId))
                .orderBy(ACCESS_KEY.ID.desc())
                .limit(200)
                .fetch(AccessKeys::key);
    }

    long count(UUID userId) {
        return sql.fetchCount(ACCESS_KEY, ACCESS_KEY.USER_ID.eq(userId));
    }

    Optional<String> delete(UUID userId, UUID id) {
        return sql.deleteFrom(ACCESS_KEY)
                .where(ACCESS_KEY.USER_ID.eq(userId).and(ACCESS_KEY.ID.eq(id)))
                .returning(ACCESS_KEY.NAME)
                .fetchOptional(ACCESS_KEY.NAME);
    }

    private static AccessKey key(Record row) {
        return new AccessKey(
                row.get(ACCESS_KEY.ID),
                row.get(ACCESS_KEY.NAME),
                row.get(ACCESS_KEY.PREFIX),
                row.get(ACCESS_KEY.CREATED_AT),
                row.get(ACCESS_KEY.EXPIRES_AT),
                row.get(ACCESS_KEY.LAST_USED_AT),
                list(row.get(ACCESS_KEY.WORKSPACES)),
                list(row.get(ACCESS_KEY.PERMISSIONS)));
    }

    private static <T> Optional<Set<T>> set(T @Nullable [] values) {
        return Optional.ofNullable(values).map(Set::of);
    }

    private static <T> @Nullable List<T> list(T @Nullable [] values) {
        return values == null ? null : Arrays.asList(values);
    }
}
