package dev.kontor.access;

import static org.jooq.impl.DSL.*;

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

    public void alone(Scope scope, UUID id) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended({0}, {1}))",
                val(id.toString()), val((long) scope.ordinal()));
    }
}
