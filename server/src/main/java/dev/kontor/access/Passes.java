package dev.kontor.access;

import static kontor.tables.facts.Tables.PASS;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Whether sessions and keys still let their users in: asked again by answers that last longer than a moment, so that no
 * stream outlives the right to it (section 10).
 */
@Component
public class Passes {
    private final DSLContext sql;
    private final Clock clock;

    Passes(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By what a request came in: the id of its session or of its key. */
    public static UUID of(Authentication authentication) {
        if (authentication.getPrincipal() instanceof Actor actor && actor.key().isPresent()) {
            return actor.key().get().id();
        }
        if (authentication.getDetails() instanceof UUID session) {
            return session;
        }
        throw new IllegalStateException("Signed in by neither session nor key");
    }

    /** Who comes in by it at this moment, with the rights of this moment; nobody where it has ended. */
    public Optional<Actor> actor(UUID pass) {
        return sql.select(
                        PASS.PASS_ID,
                        PASS.KEY,
                        PASS.USER_ID,
                        PASS.NAME,
                        PASS.ORGANIZATION_ID,
                        PASS.ADMINISTRATOR,
                        PASS.WORKSPACES,
                        PASS.PERMISSIONS)
                .from(PASS)
                .where(PASS.PASS_ID.eq(pass))
                .and(valid())
                .fetchOptional(Passes::actor);
    }

    /** Those of them that still let somebody in; one statement, however many they are. */
    public Set<UUID> valid(Collection<UUID> passes) {
        return new HashSet<>(sql.select(PASS.PASS_ID)
                .from(PASS)
                .where(PASS.PASS_ID.eq(org.jooq.impl.DSL.any(passes.toArray(UUID[]::new))))
                .and(valid())
                .fetch(PASS.PASS_ID));
    }

    private Condition valid() {
        return PASS.EXPIRES_AT.isNull().or(PASS.EXPIRES_AT.gt(clock.instant()));
    }

    private static Actor actor(Record row) {
        Optional<Actor.Key> key = row.get(PASS.KEY)
                ? Optional.of(new Actor.Key(
                        row.get(PASS.PASS_ID), set(row.get(PASS.WORKSPACES)), set(row.get(PASS.PERMISSIONS))))
                : Optional.empty();
        return new Actor(
                row.get(PASS.USER_ID),
                row.get(PASS.NAME),
                row.get(PASS.ORGANIZATION_ID),
                row.get(PASS.ADMINISTRATOR),
                key);
    }

    private static <T> Optional<Set<T>> set(T @Nullable [] values) {
        return Optional.ofNullable(values).map(all -> Set.copyOf(Arrays.asList(all)));
    }
}
