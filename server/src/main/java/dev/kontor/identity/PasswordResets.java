package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.PASSWORD_RESET;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of one-time links to a new password (O-06). Only a link's digest is kept; locked users have none. */
@Component
public class PasswordResets {
    private final DSLContext sql;
    private final Clock clock;
    private final IdentitySettings settings;

    PasswordResets(DSLContext sql, Clock clock, IdentitySettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who gave the link out. Only one that was mailed proves the address (O-01). */
    public enum Source {
        MAIL,
        ADMINISTRATOR,
        OPERATOR
    }

    /** A link's secret, which is shown or mailed this once. */
    public record Link(Secret secret, Instant expiresAt) {
        /** Relative to the server. */
        public String path() {
            return "/reset/" + secret.text();
        }
    }

    /** Whose password a link is for. */
    record Pending(UUID userId, String name, String email, Source source) {}

    /** A new link; the one before from the same source works no more. */
    public Link insert(UUID userId, Source source) {
        return insert(sql, clock.instant(), settings.resetLife(), userId, source);
    }

    /** The link of a mail that was asked for then; none where that is so long ago that it would work no more. */
    public Optional<Link> mailed(UUID userId, Instant askedAt) {
        return askedAt.plus(settings.resetLife()).isAfter(clock.instant())
                ? Optional.of(insert(userId, Source.MAIL))
                : Optional.empty();
    }

    static Link insert(DSLContext sql, Instant now, Duration life, UUID userId, Source source) {
        sql.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.USER_ID.eq(userId).and(PASSWORD_RESET.SOURCE.eq(source.name())))
                .execute();
        Secret secret = Secret.random();
        sql.insertInto(PASSWORD_RESET)
                .set(PASSWORD_RESET.DIGEST, secret.digest())
                .set(PASSWORD_RESET.USER_ID, userId)
                .set(PASSWORD_RESET.SOURCE, source.name())
                .set(PASSWORD_RESET.CREATED_AT, now)
                .set(PASSWORD_RESET.EXPIRES_AT, now.plus(life))
                .execute();
        return new Link(secret, now.plus(life));
    }

    Optional<Pending> find(Secret secret) {
        return sql.select(PASSWORD_RESET.USER_ID, APP_USER.NAME, APP_USER.EMAIL, PASSWORD_RESET.SOURCE)
                .from(PASSWORD_RESET)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PASSWORD_RESET.USER_ID))
                .where(open(secret))
                .and(APP_USER.LOCKED_AT.isNull().and(APP_USER.REMOVED_AT.isNull()))
                .fetchOptional(Records.mapping(
                        (userId, name, email, source) -> new Pending(userId, name, email, Source.valueOf(source))));
    }

    /** Whether this use is the first and only one; every other link of that user dies with it. */
    boolean use(Secret secret, UUID userId) {
        boolean first = sql.deleteFrom(PASSWORD_RESET).where(open(secret)).execute() == 1;
        sql.deleteFrom(PASSWORD_RESET).where(PASSWORD_RESET.USER_ID.eq(userId)).execute();
        return first;
    }

    void sweep() {
        sql.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.EXPIRES_AT.lt(clock.instant()))
                .execute();
    }

    private Condition open(Secret secret) {
        return PASSWORD_RESET.DIGEST.eq(secret.digest()).and(PASSWORD_RESET.EXPIRES_AT.gt(clock.instant()));
    }
}
