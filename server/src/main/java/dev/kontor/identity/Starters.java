package dev.kontor.identity;

import static kontor.tables.Tables.ACCESS_KEY;
import static kontor.tables.facts.Tables.ACTIVE_USER;

import dev.kontor.access.Actor;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who started something that goes on without them, as they are at this moment (section 10): nobody, where the person is
 * locked or removed, or the access key that acted is gone.
 */
@Component
public class Starters {
    private final DSLContext sql;
    private final Clock clock;

    Starters(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Actor> actor(UUID userId, @Nullable UUID keyId) {
        return (keyId == null ? person(userId) : byKey(userId, keyId)).map(Actor::leftToItself);
    }

    private Optional<Actor> person(UUID userId) {
        return sql.select(ACTIVE_USER.USER_ID, ACTIVE_USER.NAME, ACTIVE_USER.ORGANIZATION_ID, ACTIVE_USER.ADMINISTRATOR)
                .from(ACTIVE_USER)
                .where(ACTIVE_USER.USER_ID.eq(userId))
                .fetchOptional(r -> new Actor(r.value1(), r.value2(), r.value3(), r.value4(), Optional.empty()));
    }

    private Optional<Actor> byKey(UUID userId, UUID keyId) {
        return AccessKeys.actors(sql)
                .where(ACCESS_KEY.ID.eq(keyId).and(ACCESS_KEY.USER_ID.eq(userId)))
                .and(ACCESS_KEY.EXPIRES_AT.isNull().or(ACCESS_KEY.EXPIRES_AT.gt(clock.instant())))
                .fetchOptional(AccessKeys::actor);
    }
}
