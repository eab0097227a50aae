package dev.kontor.workspace;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import dev.kontor.access.Actor;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of what users are shown of themselves. */
@Component
class Profiles {
    private final DSLContext sql;

    Profiles(DSLContext sql) {
        this.sql = sql;
    }

    record Profile(String email, boolean proven, String organization, boolean createdWorkspace) {}

    Profile of(Actor actor) {
        var created = field(exists(selectOne()
                .from(WORKSPACE)
                .where(WORKSPACE.CREATED_BY.eq(actor.userId()).and(WORKSPACE.DELETED_AT.isNull()))));
        return sql.select(APP_USER.EMAIL, APP_USER.PROVEN, ORGANIZATION.NAME, created)
                .from(APP_USER)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(APP_USER.ID.eq(actor.userId()))
                .fetchSingle(Records.mapping(Profile::new));
    }
}
