package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.SESSION;
import static kontor.tables.facts.Tables.ACTIVE_USER;

import dev.kontor.access.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The SQL of browser sessions. Looked up afresh with every request, so that what ends a session, or locks its user,
 * takes effect with the next one.
 */
@Component
class Sessions {
    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final int AGENT_LENGTH = 300;

    private final DSLContext sql;
    private final Clock clock;
    private final IdentitySettings settings;

    Sessions(DSLContext sql, Clock clock, IdentitySettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** A session as it is shown to its user. */
    record Entry(UUID id, Instant createdAt, Instant lastUsedAt, String address, String agent, boolean current) {}

    /** A signed-in request: who acts, in which session. */
    record SignedIn(Actor actor, UUID sessionId) {}

    Secret start(UUID userId, String address, String agent) {
        Secret secret = Secret.random();
        Instant now = clock.instant();
        sql.insertInto(SESSION)
                .set(SESSION.DIGEST, secret.digest())
                .set(SESSION.USER_ID, userId)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_USED_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(settings.sessionIdle()))
                .set(SESSION.ADDRESS, address)
                .set(SESSION.AGENT, agent.length() > AGENT_LENGTH ? agent.substring(0, AGENT_LENGTH) : agent)
                .execute();
        seen(userId, now);
        return secret;
    }

    private void seen(UUID userId, Instant now) {
        sql.update(APP_USER)
                .set(APP_USER.LAST_SEEN_AT, now)
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    Optional<SignedIn> find(Secret secret) {
        Instant now = clock.instant();
        var found = sql.select(
                        SESSION.ID,
                        SESSION.CREATED_AT,
                        SESSION.LAST_USED_AT,
                        ACTIVE_USER.USER_ID,
                        ACTIVE_USER.NAME,
                        ACTIVE_USER.ORGANIZATION_ID,
                        ACTIVE_USER.ADMINISTRATOR)
                .from(SESSION)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(SESSION.USER_ID))
                .where(SESSION.DIGEST.eq(secret.digest()).and(SESSION.EXPIRES_AT.gt(now)))
                .fetchOptional();
        return found.map(row -> {
            if (row.get(SESSION.LAST_USED_AT).isBefore(now.minus(TOUCH))) {
                touch(row.get(SESSION.ID), row.get(ACTIVE_USER.USER_ID), row.get(SESSION.CREATED_AT), now);
            }
            Actor actor = new Actor(
                    row.get(ACTIVE_USER.USER_ID),
                    row.get(ACTIVE_USER.NAME),
                    row.get(ACTIVE_USER.ORGANIZATION_ID),
                    row.get(ACTIVE_USER.ADMINISTRATOR),
                    Optional.empty());
            return new SignedIn(actor, row.get(SESSION.ID));
        });
    }

    private void touch(UUID id, UUID userId, Instant createdAt, Instant now) {
        Instant end = createdAt.plus(settings.sessionLength());
        Instant idle = now.plus(settings.sessionIdle());
        sql.update(SESSION)
                .set(SESSION.LAST_USED_AT, now)
                .set(SESSION.EXPIRES_AT, idle.isBefore(end) ? idle : end)
                .where(SESSION.ID.eq(id))
                .execute();
        seen(userId, now);
    }

    List<Entry> of(UUID userId, UUID current) {
        return sql.select(SESSION.ID, SESSION.CREATED_AT, SESSION.LAST_USED_AT, SESSION.ADDRESS, SESSION.AGENT)
                .from(SESSION)
                .where(SESSION.USER_ID.eq(userId).and(SESSION.EXPIRES_AT.gt(clock.instant())))
                .orderBy(SESSION.LAST_USED_AT.desc())
                .limit(200)
                .fetch(row -> new Entry(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value1().equals(current)));
    }

    boolean end(UUID userId, UUID id) {
        return sql.deleteFrom(SESSION)
                        .where(SESSION.USER_ID.eq(userId).and(SESSION.ID.eq(id)))
                        .execute()
                == 1;
    }

    void endOthers(UUID userId, UUID kept) {
        sql.deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId).and(SESSION.ID.ne(kept)))
                .execute();
    }

    void endAll(UUID userId) {
        sql.deleteFrom(SESSION).where(SESSION.USER_ID.eq(userId)).execute();
    }

    void sweep() {
        sql.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(clock.instant())).execute();
    }
}
