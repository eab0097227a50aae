package dev.kontor.access;

import static kontor.tables.facts.Tables.SEEN_ORGANIZATION;
import static org.jooq.impl.DSL.*;

import java.util.UUID;
import org.jooq.Field;

/** Whose people an actor sees, as a field to select beside somebody's name (O-04, O-05). */
public final class People {
    private People() {}

    public static Field<Boolean> seen(Actor actor, Field<UUID> organizationId) {
        return field(exists(selectOne()
                .from(SEEN_ORGANIZATION)
                .where(SEEN_ORGANIZATION
                        .ORGANIZATION_ID
                        .eq(actor.organizationId())
                        .and(SEEN_ORGANIZATION.SEEN_ID.eq(organizationId)))));
    }
}
