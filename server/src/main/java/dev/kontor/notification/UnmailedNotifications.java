package dev.kontor.notification;

import static kontor.tables.Tables.MAIL;
import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static kontor.tables.facts.Tables.ADDRESS;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.People;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notifications that their readers are to be mailed, gathered until a mail takes them along. */
@Component
class UnmailedNotifications {
    /** A gathered mail that would be longer is followed by another one. */
    private static final int MOST = 100;

    private final DSLContext sql;
    private final JsonMapper json;

    UnmailedNotifications(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What a user is mailed at this moment: where to, and what of their notifications is to be mailed and is not yet. */
    record Gathered(String email, String name, List<Told> told) {}

    /** None where the user is locked or gone, or the address was never shown to be theirs. */
    Optional<Gathered> of(UUID userId) {
        return sql.select(ADDRESS.EMAIL, ACTIVE_USER.NAME, ACTIVE_USER.ORGANIZATION_ID, ACTIVE_USER.ADMINISTRATOR)
                .from(ADDRESS)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(ADDRESS.USER_ID))
                .where(ADDRESS.USER_ID.eq(userId))
                .fetchOptional()
                .map(r -> {
                    Actor reader = new Actor(userId, r.value2(), r.value3(), r.value4(), Optional.empty());
                    return new Gathered(r.value1(), r.value2(), told(reader));
                });
    }

    private List<Told> told(Actor reader) {
        return sql.select(Told.FIELDS)
                .select(People.seen(reader, NOTIFICATION.ACTOR_ORGANIZATION_ID).as(Told.SEEN))
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(reader.userId()).and(NOTIFICATION.MAIL_DUE))
                .orderBy(NOTIFICATION.ID)
                .limit(inline(MOST))
                .fetch(row -> Told.of(row, reader, json));
    }

    /** Whose notifications came while the mail before was just going. */
    List<UUID> missed() {
        return sql.selectDistinct(NOTIFICATION.USER_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_DUE)
                .andNotExists(selectOne()
                        .from(MAIL)
                        .where(MAIL.USER_ID.eq(NOTIFICATION.USER_ID).and(MAIL.STATE.eq(inline("PENDING")))))
                .limit(inline(MOST))
                .fetch(NOTIFICATION.USER_ID);
    }

    void mailed(Collection<UUID> notifications) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_DUE, false)
                .where(NOTIFICATION.ID.eq(any(notifications.toArray(UUID[]::new))))
                .execute();
    }

    /** Their mail was given up, or there is nobody to read it. */
    void forget(UUID userId) {
        sql.update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_DUE, false)
                .where(NOTIFICATION.USER_ID.eq(userId).and(NOTIFICATION.MAIL_DUE))
                .execute();
    }
}
