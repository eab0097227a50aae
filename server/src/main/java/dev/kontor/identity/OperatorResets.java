package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.lower;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Email;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of {@code ./kontor reset-password}: the operator makes a one-time link, whether or not a server runs (O-06). */
public final class OperatorResets {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration LIFE = Duration.ofHours(1);

    private final DSLContext sql;

    public OperatorResets(Connection connection) {
        this.sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    /** What there is to tell of an account, before anything happens. */
    public record Account(UUID userId, UUID organizationId, String name, String organization, boolean locked) {}

    public Optional<Account> find(Email email) {
        return sql.select(APP_USER.ID, ORGANIZATION.ID, APP_USER.NAME, ORGANIZATION.NAME, APP_USER.LOCKED_AT)
                .from(APP_USER)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(lower(APP_USER.EMAIL).eq(email.key()).and(APP_USER.REMOVED_AT.isNull()))
                .fetchOptional(r -> new Account(r.value1(), r.value2(), r.value3(), r.value4(), r.value5() != null));
    }

    /** A link that lives for an hour, in the log under the operator's name. */
    public PasswordResets.Link make(Account account) {
        return sql.transactionResult(configuration -> {
            DSLContext inside = DSL.using(configuration);
            Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
            var link = PasswordResets.insert(
                    inside, clock.instant(), LIFE, account.userId(), PasswordResets.Source.OPERATOR);
            Actor operator = new Actor(NOBODY, "the operator", account.organizationId(), false, Optional.empty());
            new Audit(inside, clock, JsonMapper.shared())
                    .record(
                            operator,
                            AuditEvent.inOrganization(
                                            account.organizationId(),
                                            AuditKind.USER_PASSWORD_RESET_OFFERED,
                                            "user",
                                            account.userId(),
                                            account.name())
                                    .with("source", PasswordResets.Source.OPERATOR));
            return link;
        });
    }
}
