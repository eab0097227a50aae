package dev.kontor.acceptance;

import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.lower;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of what somebody leaves behind who moves to another organization (C-01). */
@Component
class Belongings {
    private final DSLContext sql;

    Belongings(DSLContext sql) {
        this.sql = sql;
    }

    record Belonging(UUID workspaceId, String name, boolean owner) {}

    List<Belonging> of(UUID userId) {
        return sql.select(WORKSPACE.ID, WORKSPACE.NAME, WORKSPACE.OWNER_ID.eq(MEMBER.USER_ID))
                .from(MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBER.WORKSPACE_ID))
                .where(MEMBER.USER_ID.eq(userId))
                .orderBy(lower(WORKSPACE.NAME), WORKSPACE.ID)
                .fetch(Records.mapping(Belonging::new));
    }
}
