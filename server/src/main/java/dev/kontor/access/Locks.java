package dev.kontor.access;

import static org.jooq.impl.DSL.*;

import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * One lock per organization and per workspace, held until the transaction ends. Order: organizations first, then
 * workspaces, several of a kind by id. Who writes shares it; who changes facts holds it alone.
 */
@Component
public class Locks {
    public enum Scope {
        ORGANIZATION,
        WORKSPACE
    }

    private final DSLContext sql;

    Locks(DSLContext sql) {
        this.sql = sql;
    }

    public void shared(Scope scope, UUID id) {
        sql.execute(
                "select pg_advisory_xact_lock_shared(hashtextextended({0}, {1}))",
                val(id.toString()), val((long) scope.ordinal()));
    }

    /** Several of a kind, in the one order that everybody keeps. */
    public void alone(Scope scope, Collection<UUID> ids) {
        ids.stream()
                .map(UUID::toString)
                .distinct()
                .sorted()
                .map(UUID::fromString)
                .forEach(id -> alone(scope, id));
    }

    public void alone(Scope scope, UUID id) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended({0}, {1}))",
                val(id.toString()), val((long) scope.ordinal()));
    }
}
