package dev.kontor.workspace;

import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.Tables.WORKSPACE_LOGO;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of logos. */
@Component
class Logos {
    private final DSLContext sql;

    Logos(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Logo> find(Grant<InWorkspace> grant) {
        return sql.select(WORKSPACE_LOGO.MEDIA_TYPE, WORKSPACE_LOGO.BYTES, WORKSPACE_LOGO.MARK)
                .from(WORKSPACE_LOGO)
                .where(WORKSPACE_LOGO.WORKSPACE_ID.eq(grant.id()))
                .fetchOptional(Records.mapping(Logo::new));
    }

    void put(Grant<InWorkspace> grant, Logo logo) {
        sql.insertInto(WORKSPACE_LOGO)
                .set(WORKSPACE_LOGO.WORKSPACE_ID, grant.id())
                .set(WORKSPACE_LOGO.MEDIA_TYPE, logo.mediaType())
                .set(WORKSPACE_LOGO.BYTES, logo.bytes())
                .set(WORKSPACE_LOGO.MARK, logo.mark())
                .onConflict(WORKSPACE_LOGO.WORKSPACE_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        touch(grant);
    }

    /** Says whether there was one. */
    boolean remove(Grant<InWorkspace> grant) {
        boolean was = sql.deleteFrom(WORKSPACE_LOGO)
                        .where(WORKSPACE_LOGO.WORKSPACE_ID.eq(grant.id()))
                        .execute()
                == 1;
        if (was) {
            touch(grant);
        }
        return was;
    }

    private void touch(Grant<InWorkspace> grant) {
        sql.update(WORKSPACE)
                .set(WORKSPACE.REVISION, WORKSPACE.REVISION.plus(1))
                .where(WORKSPACE.ID.eq(grant.id()))
                .execute();
    }
}
