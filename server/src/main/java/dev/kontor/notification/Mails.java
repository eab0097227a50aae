package dev.kontor.notification;

import static kontor.tables.Tables.MAIL;
import static kontor.tables.facts.Tables.ADDRESS;
import static kontor.tables.facts.Tables.OPEN_INVITATION;
import static org.jooq.impl.DSL.*;

import dev.kontor.identity.PasswordResetAsked;
import dev.kontor.organization.InvitationLinkAsked;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.RegistrationAsked;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of mails: waiting, in hand of one node, sent, given up. Without a mail server none are written. What a mail
 * says waits no longer than the mail, and no link waits at all: it is made when the mail goes (decision 12).
 */
@Component
class Mails {
    private static final JSONB NO_WORDS = JSONB.jsonb("{}");

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

    /** What a mail is about. Who is written to about their account sits and waits, so those go first, summaries last. */
    enum Kind {
        PASSWORD_RESET,
        REGISTRATION,
        INVITATION_LINK,
        INVITATION,
        NOTIFICATIONS
    }

    /**
     * A mail that this node is to send.
     *
     * @param userId whose notifications it takes along, if it does
     */
    record Due(
            UUID id,
            Kind kind,
            @Nullable UUID userId,
            @Nullable String address,
            String words,
            Instant writtenAt,
            int attempts) {
        String to() {
            if (address == null) {
                throw new IllegalStateException(kind + " goes to a user, not to an address");
            }
            return address;
        }
    }

    /** With the invitations, in their transaction; one that is made anew is mailed anew. */
    void invitations(List<InvitationMade> invitations) {
        if (server.isThere() && !invitations.isEmpty()) {
            Instant now = clock.instant();
            var insert = sql.insertInto(MAIL)
                    .columns(MAIL.KIND, MAIL.INVITATION_ID, MAIL.ADDRESS, MAIL.WORDS, MAIL.DUE_AT, MAIL.CREATED_AT);
            for (InvitationMade one : invitations) {
                JSONB words = JSONB.jsonb(json.writeValueAsString(one));
                insert = insert.values(Kind.INVITATION.name(), one.id(), one.email(), words, now, now);
            }
            insert.onConflict(MAIL.INVITATION_ID)
                    .doUpdate()
                    .set(MAIL.WORDS, excluded(MAIL.WORDS))
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

    void passwordReset(PasswordResetAsked asked) {
        ofAccount(Kind.PASSWORD_RESET, asked.email(), NO_WORDS);
    }

    void registration(RegistrationAsked asked) {
        ofAccount(Kind.REGISTRATION, asked.email(), JSONB.jsonb(json.writeValueAsString(asked)));
    }

    void invitationLink(InvitationLinkAsked asked) {
        InvitationMade invitation = asked.invitation();
        ofAccount(Kind.INVITATION_LINK, invitation.email(), JSONB.jsonb(json.writeValueAsString(invitation)));
    }

    /**
     * The same for every address, whether it has an account or not: that is looked up when the mail goes (decision 12). One that
     * waits because it could not be sent goes at once, as if it were asked for now.
     */
    private void ofAccount(Kind kind, String address, JSONB words) {
        if (server.isThere()) {
            Instant now = clock.instant();
            sql.insertInto(MAIL)
                    .set(MAIL.KIND, kind.name())
                    .set(MAIL.ADDRESS, address)
                    .set(MAIL.WORDS, words)
                    .set(MAIL.DUE_AT, now)
                    .set(MAIL.CREATED_AT, now)
                    .onConflictDoNothing()
                    .execute();
            sql.update(MAIL)
                    .set(MAIL.DUE_AT, now)
                    .set(MAIL.CREATED_AT, now)
                    .where(MAIL.STATE.eq(inline("PENDING")).and(MAIL.KIND.eq(inline(kind.name()))))
                    .and(lower(MAIL.ADDRESS).eq(lower(val(address))))
                    .and(MAIL.PROBLEM.isNotNull())
                    .execute();
            events.publishEvent(new MailWritten(Duration.ZERO));
        }
    }

    /** One mail for each of them, which takes along what gathers until it goes. */
    void notificationsOf(Collection<UUID> users) {
        if (server.isThere() && !users.isEmpty()) {
            Instant now = clock.instant();
            sql.insertInto(MAIL, MAIL.KIND, MAIL.USER_ID, MAIL.DUE_AT, MAIL.CREATED_AT)
                    .select(select(
                                    val(Kind.NOTIFICATIONS.name()),
                                    ADDRESS.USER_ID,
                                    val(now.plus(settings.gather())),
                                    val(now))
                            .from(ADDRESS)
                            .where(ADDRESS.USER_ID.eq(any(users.toArray(UUID[]::new)))))
                    .onConflictDoNothing()
                    .execute();
            events.publishEvent(new MailWritten(settings.gather()));
        }
    }

    /** Takes the next one in hand, where it has no problem any more, the most urgent first; if this node dies with it, another one sends it later. */
    Optional<Due> next() {
        Instant now = clock.instant();
        return sql.update(MAIL)
                .set(MAIL.DUE_AT, now.plus(settings.inHand()))
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .setNull(MAIL.PROBLEM)
                .where(MAIL.ID.eq(select(MAIL.ID)
                        .from(MAIL)
                        .where(MAIL.STATE.eq(inline("PENDING")).and(MAIL.DUE_AT.le(now)))
                        .orderBy(MAIL.URGENCY, MAIL.DUE_AT)
                        .limit(inline(1))
                        .forUpdate()
                        .skipLocked()))
                .returning(MAIL.ID, MAIL.KIND, MAIL.USER_ID, MAIL.ADDRESS, MAIL.WORDS, MAIL.CREATED_AT, MAIL.ATTEMPTS)
                .fetchOptional(r -> new Due(
                        r.get(MAIL.ID),
                        Kind.valueOf(r.get(MAIL.KIND)),
                        r.get(MAIL.USER_ID),
                        r.get(MAIL.ADDRESS),
                        r.get(MAIL.WORDS).data(),
                        r.get(MAIL.CREATED_AT),
                        r.get(MAIL.ATTEMPTS)));
    }

    boolean open(UUID invitationId) {
        return sql.fetchExists(OPEN_INVITATION, OPEN_INVITATION.INVITATION_ID.eq(invitationId));
    }

    boolean areSent() {
        return server.isThere();
    }

    void sent(Due mail) {
        done(mail, "SENT", null);
    }

    /** There is nothing to send, or nobody to send it to. */
    void dropped(Due mail) {
        done(mail, "DROPPED", null);
    }

    /** Tried again, each time after twice as long; nothing where there were enough attempts. */
    Optional<Duration> failed(Due mail, String problem) {
        if (mail.attempts() >= settings.attempts()) {
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

    /** Unless it was begun anew meanwhile. */
    private void done(Due mail, String state, @Nullable String problem) {
        sql.update(MAIL)
                .set(MAIL.STATE, state)
                .set(MAIL.WORDS, NO_WORDS)
                .set(MAIL.DONE_AT, clock.instant())
                .set(MAIL.PROBLEM, problem)
                .where(MAIL.ID.eq(mail.id()).and(MAIL.ATTEMPTS.eq(mail.attempts())))
                .execute();
    }

    /** What became of an invitation's mail is shown with it; others are of no use to anybody for long. */
    void sweep() {
        sql.deleteFrom(MAIL)
                .where(MAIL.STATE.ne(inline("PENDING")).and(MAIL.INVITATION_ID.isNull()))
                .and(MAIL.DONE_AT.lt(clock.instant().minus(settings.keep())))
                .execute();
    }
}
