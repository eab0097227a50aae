package dev.kontor.organization;

import static kontor.tables.Tables.REGISTRATION;

import dev.kontor.identity.Secret;
import dev.kontor.web.Email;
import dev.kontor.web.Name;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of registrations whose address is not confirmed yet. The mailed link's digest is kept, never the link. */
@Component
public class PendingRegistrations {
    private final DSLContext sql;
    private final Clock clock;
    private final OrganizationSettings settings;

    PendingRegistrations(DSLContext sql, Clock clock, OrganizationSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Somebody who wants to register an organization, and has not shown that the address is theirs. */
    public record Pending(UUID id, String organization, NewPerson person, Instant expiresAt) {
        public Email email() {
            return person.email();
        }

        public String name() {
            return person.name().text();
        }
    }

    UUID insert(String organization, NewPerson person) {
        Instant now = clock.instant();
        return sql.insertInto(REGISTRATION)
                .set(REGISTRATION.ORGANIZATION, organization)
                .set(REGISTRATION.NAME, person.name().text())
                .set(REGISTRATION.EMAIL, person.email().address())
                .set(REGISTRATION.PASSWORD_HASH, person.passwordHash())
                .set(REGISTRATION.CREATED_AT, now)
                .set(REGISTRATION.EXPIRES_AT, now.plus(settings.confirmationLife()))
                .returning(REGISTRATION.ID)
                .fetchSingle()
                .get(REGISTRATION.ID);
    }

    public Optional<Pending> byId(UUID id) {
        return find(REGISTRATION.ID.eq(id));
    }

    Optional<Pending> bySecret(Secret secret) {
        return find(REGISTRATION.DIGEST.eq(secret.digest()));
    }

    private Optional<Pending> find(Condition which) {
        return sql.select(
                        REGISTRATION.ID,
                        REGISTRATION.ORGANIZATION,
                        REGISTRATION.NAME,
                        REGISTRATION.EMAIL,
                        REGISTRATION.PASSWORD_HASH,
                        REGISTRATION.EXPIRES_AT)
                .from(REGISTRATION)
                .where(which.and(REGISTRATION.EXPIRES_AT.gt(clock.instant())))
                .fetchOptional(PendingRegistrations::pending);
    }

    /** The secret of the link that confirms it; one that was mailed before works no more. */
    public Secret link(UUID id) {
        Secret secret = Secret.random();
        sql.update(REGISTRATION)
                .set(REGISTRATION.DIGEST, secret.digest())
                .where(REGISTRATION.ID.eq(id))
                .execute();
        return secret;
    }

    /** Whether this was the first to take it. */
    boolean delete(UUID id) {
        return sql.deleteFrom(REGISTRATION).where(REGISTRATION.ID.eq(id)).execute() == 1;
    }

    void sweep() {
        sql.deleteFrom(REGISTRATION)
                .where(REGISTRATION.EXPIRES_AT.lt(clock.instant()))
                .execute();
    }

    private static Pending pending(Record row) {
        var person = new NewPerson(
                new Name(row.get(REGISTRATION.NAME)),
                new Email(row.get(REGISTRATION.EMAIL)),
                row.get(REGISTRATION.PASSWORD_HASH));
        return new Pending(
                row.get(REGISTRATION.ID), row.get(REGISTRATION.ORGANIZATION), person, row.get(REGISTRATION.EXPIRES_AT));
    }
}
