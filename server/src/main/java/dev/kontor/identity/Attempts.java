package dev.kontor.identity;

import static kontor.tables.Tables.SIGN_IN_ATTEMPT;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts to sign in per account and per network address, in the database, before a password is hashed. In a
 * transaction of its own, so that a refusal does not undo the count.
 */
@Component
public class Attempts {
    private final DSLContext sql;
    private final Clock clock;
    private final IdentitySettings settings;

    Attempts(DSLContext sql, Clock clock, IdentitySettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Email email, String address) {
        // the address first: whoever guesses at many accounts is stopped without locking those accounts out
        limit("address:" + NetworkAddress.counted(address), settings.attemptsPerAddress());
        limit("account:" + email.key(), settings.attemptsPerAccount());
    }

    /** Registering hashes a password too, and makes an organization: so many an address. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void countRegistration(String address) {
        limit("registration:" + NetworkAddress.counted(address), settings.registrationsPerAddress());
    }

    /** Without mail a refused registration tells that an address is known; so often, and then nothing is told any more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void countRefusal(String address) {
        limit("refusal:" + NetworkAddress.counted(address), Integer.MAX_VALUE);
    }

    /** Whoever was refused too often waits, whatever they send next. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void checkRefusals(String address) {
        Instant now = clock.instant();
        sql.select(SIGN_IN_ATTEMPT.ATTEMPTS, SIGN_IN_ATTEMPT.WINDOW_START)
                .from(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.SUBJECT.eq("refusal:" + NetworkAddress.counted(address)))
                .and(SIGN_IN_ATTEMPT.WINDOW_START.gt(now.minus(settings.attemptWindow())))
                .and(SIGN_IN_ATTEMPT.ATTEMPTS.ge(settings.refusalsPerAddress()))
                .fetchOptional()
                .ifPresent(row -> {
                    throw tooMany(now, row.get(SIGN_IN_ATTEMPT.WINDOW_START));
                });
    }

    /** Asking for a mail: known or not, an address is written to so often and no more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void countMail(Email email, String address) {
        limit("address:" + NetworkAddress.counted(address), settings.attemptsPerAddress());
        limit("reset:" + email.key(), settings.resetsPerAccount());
    }

    void sweep() {
        sql.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.WINDOW_START.lt(clock.instant().minus(settings.attemptWindow())))
                .execute();
    }

    /** A right password starts the account's count anew. */
    void forget(Email email) {
        sql.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.SUBJECT.eq("account:" + email.key()))
                .execute();
    }

    private void limit(String subject, int most) {
        Instant now = clock.instant();
        Duration window = settings.attemptWindow();
        var expired = SIGN_IN_ATTEMPT.WINDOW_START.le(now.minus(window));
        var row = sql.insertInto(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.SUBJECT, subject)
                .set(SIGN_IN_ATTEMPT.WINDOW_START, now)
                .set(SIGN_IN_ATTEMPT.ATTEMPTS, 1)
                .onConflict(SIGN_IN_ATTEMPT.SUBJECT)
                .doUpdate()
                .set(SIGN_IN_ATTEMPT.ATTEMPTS, when(expired, 1).otherwise(SIGN_IN_ATTEMPT.ATTEMPTS.plus(1)))
                .set(SIGN_IN_ATTEMPT.WINDOW_START, when(expired, now).otherwise(SIGN_IN_ATTEMPT.WINDOW_START))
                .returning(SIGN_IN_ATTEMPT.ATTEMPTS, SIGN_IN_ATTEMPT.WINDOW_START)
                .fetchSingle();
        if (row.get(SIGN_IN_ATTEMPT.ATTEMPTS) > most) {
            throw tooMany(now, row.get(SIGN_IN_ATTEMPT.WINDOW_START));
        }
    }

    private Refused tooMany(Instant now, Instant start) {
        Duration wait = Duration.between(now, start.plus(settings.attemptWindow()));
        return Refusal.TOO_MANY_ATTEMPTS.refused(wait.toMinutes() + 1).with("retryAfterSeconds", wait.toSeconds() + 1);
    }
}
