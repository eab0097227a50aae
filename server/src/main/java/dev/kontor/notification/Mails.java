package dev.kontor.notification;

import static kontor.tables.Tables.MAIL;
import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static kontor.tables.facts.Tables.ADDRESS;
import static kontor.tables.facts.Tables.OPEN_INVITATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.People;
import dev.kontor.organization.InvitationMade;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of mails: waiting, in hand of one node, sent, given up. Without a mail server none are written. */
@Component
class Mails {
    /** As long a node has a mail in hand before another one takes it for lost. */
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    /** A gathered that would be longer is followed by another one. */
    private static final int MOST = 100;

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;
    private final MailServer server;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;

    Mails(
            DSLContext sql,
            Clock clock,
            JsonMapper json,
            MailServer server,
            MailSettings settings,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.server = server;
        this.settings = settings;
        this.events = events;
    }

    /** A mail that this node is to send: with an invitation's link to an address, or with a user's notifications. */
    record Due(
            UUID id,
            @Nullable UUID invitationId,
            @Nullable UUID userId,
            @Nullable String address,
            String words,
            int attempts) {}

    /** With the invitation, in its transaction; one that is made anew is mailed anew. */
    void invitation(InvitationMade invitation) {
        if (server.isThere()) {
            Instant now = clock.instant();
            JSONB words = JSONB.jsonb(json.writeValueAsString(invitation));
            sql.insertInto(MAIL)
                    .set(MAIL.INVITATION_ID, invitation.id())
                    .set(MAIL.ADDRESS, invitation.email())
                    .set(MAIL.WORDS, words)
                    .set(MAIL.DUE_AT, now)
                    .set(MAIL.CREATED_AT, now)
                    .onConflict(MAIL.INVITATION_ID)
                    .doUpdate()
                    .set(MAIL.WORDS, words)
                    .set(MAIL.STATE, "PENDING")
                    .set(MAIL.ATTEMPTS, 0)
                    .set(MAIL.DUE_AT, now)
                    .set(MAIL.CREATED_AT, now)
                    .set(MAIL.DONE_AT, val(null, MAIL.DONE_AT))
                    .set(MAIL.PROBLEM, val(null, MAIL.PROBLEM))
                    .execute();
            events.publishEvent(new MailWritten(Duration.ZERO));
        }
    }

    /** One mail for each of them, which takes along what gathers until it goes. */
    void notificationsOf(Collection<UUID> users) {
        if (server.isThere() && !users.isEmpty()) {
            Instant now = clock.instant();
            sql.insertInto(MAIL, MAIL.USER_ID, MAIL.DUE_AT, MAIL.CREATED_AT)
                    .select(select(ADDRESS.USER_ID, val(now.plus(settings.gather())), val(now))
                            .from(ADDRESS)
                            .where(ADDRESS.USER_ID.eq(any(users.toArray(UUID[]::new)))))
                    .onConflictDoNothing()
                    .execute();
            events.publishEvent(new MailWritten(settings.gather()));
        }
    }

    /**
     * Takes the next one in hand; if this node dies with it, another one sends it later. Invitations go first: somebody
     * waits for them, while what a thousand people were told at once can take its time.
     */
    Optional<Due> next() {
        Instant now = clock.instant();
        return sql.update(MAIL)
                .set(MAIL.DUE_AT, now.plus(IN_HAND))
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .where(MAIL.ID.eq(select(MAIL.ID)
                        .from(MAIL)
                        .where(MAIL.STATE.eq(inline("PENDING")).and(MAIL.DUE_AT.le(now)))
                        .orderBy(field(MAIL.USER_ID.isNotNull()), MAIL.DUE_AT)
                        .limit(inline(1))
                        .forUpdate()
                        .skipLocked()))
                .returning(MAIL.ID, MAIL.INVITATION_ID, MAIL.USER_ID, MAIL.ADDRESS, MAIL.WORDS, MAIL.ATTEMPTS)
                .fetchOptional(r -> new Due(
                        r.get(MAIL.ID),
                        r.get(MAIL.INVITATION_ID),
                        r.get(MAIL.USER_ID),
                        r.get(MAIL.ADDRESS),
                        r.get(MAIL.WORDS).data(),
                        r.get(MAIL.ATTEMPTS)));
    }

    boolean open(UUID invitationId) {
        return sql.fetchExists(OPEN_INVITATION, OPEN_INVITATION.INVITATION_ID.eq(invitationId));
    }

    /** What a user is mailed at this moment: where to, and what of their notifications is neither mailed nor read. */
    record Gathered(String email, String name, List<Told> told) {}

    /** None where the user is locked or gone, or the address was never shown to be theirs. */
    Optional<Gathered> gathered(UUID userId) {
        return sql.select(ADDRESS.EMAIL, ACTIVE_USER.NAME, ACTIVE_USER.ORGANIZATION_ID, ACTIVE_USER.ADMINISTRATOR)
                .from(ADDRESS)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(ADDRESS.USER_ID))
                .where(ADDRESS.USER_ID.eq(userId))
                .fetchOptional()
                .map(r -> {
                    Actor reader = new Actor(userId, r.value2(), r.value3(), r.value4(), Optional.empty());
                    return new Gathered(r.value1(), r.value2(), unmailed(reader));
                });
    }

    private List<Told> unmailed(Actor reader) {
        return sql.select(Told.FIELDS)
                .select(People.seen(reader, NOTIFICATION.ACTOR_ORGANIZATION_ID).as(Told.SEEN))
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(reader.userId()))
                .and(NOTIFICATION.MAIL_DUE.isTrue().and(NOTIFICATION.READ_AT.isNull()))
                .orderBy(NOTIFICATION.ID)
                .limit(inline(MOST))
                .fetch(row -> Told.of(row, reader, json));
    }

    boolean areSent() {
        return server.isThere();
    }

    /** Notifications that came while the mail of their reader was just going. */
    @Transactional
    public void gatherMissed() {
        var waiting = MAIL.as("waiting");
        notificationsOf(sql.selectDistinct(NOTIFICATION.USER_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.MAIL_DUE.isTrue().and(NOTIFICATION.READ_AT.isNull()))
                .andNotExists(selectOne()
                        .from(waiting)
                        .where(waiting.USER_ID.eq(NOTIFICATION.USER_ID).and(waiting.STATE.eq(inline("PENDING")))))
                .limit(inline(MOST))
                .fetch(NOTIFICATION.USER_ID));
    }

    void sent(Due mail, Collection<UUID> notifications) {
        if (!notifications.isEmpty()) {
            sql.update(NOTIFICATION)
                    .set(NOTIFICATION.MAIL_DUE, false)
                    .where(NOTIFICATION.ID.eq(any(notifications.toArray(UUID[]::new))))
                    .execute();
        }
        done(mail, "SENT", null);
    }

    /** There is nothing to send, or nobody to send it to. */
    void dropped(Due mail) {
        forget(mail);
        done(mail, "DROPPED", null);
    }

    /** Tried again, each time after twice as long, until there were enough attempts. */
    Optional<Duration> failed(Due mail, String problem) {
        if (mail.attempts() >= settings.attempts()) {
            forget(mail);
            done(mail, "FAILED", problem);
            return Optional.empty();
        }
        Duration wait = settings.wait(mail.attempts());
        sql.update(MAIL)
                .set(MAIL.DUE_AT, clock.instant().plus(wait))
                .set(MAIL.PROBLEM, problem)
                .where(MAIL.ID.eq(mail.id()).and(MAIL.ATTEMPTS.eq(mail.attempts())))
                .execute();
        return Optional.of(wait);
    }

    private void forget(Due mail) {
        if (mail.userId() != null) {
            sql.update(NOTIFICATION)
                    .set(NOTIFICATION.MAIL_DUE, false)
                    .where(NOTIFICATION.USER_ID.eq(mail.userId()).and(NOTIFICATION.MAIL_DUE))
                    .execute();
        }
    }

    /** Unless it was begun anew meanwhile. */
    private void done(Due mail, String state, @Nullable String problem) {
        sql.update(MAIL)
                .set(MAIL.STATE, state)
                .set(MAIL.DONE_AT, clock.instant())
                .set(MAIL.PROBLEM, problem)
                .where(MAIL.ID.eq(mail.id()).and(MAIL.ATTEMPTS.eq(mail.attempts())))
                .execute();
    }
}
