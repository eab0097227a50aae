package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Email;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of users. An address is unique among those who were not removed, whatever the case of its letters. */
@Component
public class Users {
    private static final List<Field<?>> FIELDS = List.of(
            APP_USER.ID,
            APP_USER.ORGANIZATION_ID,
            APP_USER.NAME,
            APP_USER.EMAIL,
            APP_USER.ADMINISTRATOR,
            APP_USER.PROVEN,
            APP_USER.LOCKED_AT);
    private static final Condition HERE = APP_USER.REMOVED_AT.isNull();

    private final DSLContext sql;
    private final Clock clock;

    Users(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Nothing where the address has an account already. */
    public Optional<User> insert(NewUser wanted) {
        return sql.insertInto(APP_USER)
                .set(APP_USER.ORGANIZATION_ID, wanted.organizationId())
                .set(APP_USER.NAME, wanted.name().text())
                .set(APP_USER.EMAIL, wanted.email().address())
                .set(APP_USER.PASSWORD_HASH, wanted.passwordHash())
                .set(APP_USER.ADMINISTRATOR, wanted.administrator())
                .set(APP_USER.PROVEN, wanted.proven())
                .set(APP_USER.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .returning(FIELDS)
                .fetchOptional(Users::user);
    }

    public Optional<User> byEmail(Email email) {
        return sql.select(FIELDS)
                .from(APP_USER)
                .where(HERE)
                .and(lower(APP_USER.EMAIL).eq(email.key()))
                .fetchOptional(Users::user);
    }

    /** Of these addresses, those that have an account. */
    public List<User> byEmails(List<Email> emails) {
        String[] keys = emails.stream().map(Email::key).toArray(String[]::new);
        return sql.select(FIELDS)
                .from(APP_USER)
                .where(HERE)
                .and(lower(APP_USER.EMAIL).eq(any(keys)))
                .fetch(Users::user);
    }

    public List<User> byIds(Collection<UUID> ids) {
        return sql.select(FIELDS)
                .from(APP_USER)
                .where(HERE)
                .and(APP_USER.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetch(Users::user);
    }

    public Optional<User> byId(UUID id) {
        return sql.select(FIELDS)
                .from(APP_USER)
                .where(HERE)
                .and(APP_USER.ID.eq(id))
                .fetchOptional(Users::user);
    }

    public void prove(UUID id) {
        sql.update(APP_USER)
                .set(APP_USER.PROVEN, true)
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    Optional<String> passwordHash(UUID id) {
        return sql.select(APP_USER.PASSWORD_HASH)
                .from(APP_USER)
                .where(HERE)
                .and(APP_USER.ID.eq(id))
                .fetchOptional(APP_USER.PASSWORD_HASH);
    }

    void setPassword(UUID id, String hash) {
        sql.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, hash)
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    void rename(UUID id, String name) {
        sql.update(APP_USER)
                .set(APP_USER.NAME, name)
                .set(APP_USER.REVISION, APP_USER.REVISION.plus(1))
                .where(APP_USER.ID.eq(id))
                .execute();
    }

    private static User user(Record row) {
        return new User(
                row.get(APP_USER.ID),
                row.get(APP_USER.ORGANIZATION_ID),
                row.get(APP_USER.NAME),
                row.get(APP_USER.EMAIL),
                row.get(APP_USER.ADMINISTRATOR),
                row.get(APP_USER.PROVEN),
                row.get(APP_USER.LOCKED_AT));
    }
}
