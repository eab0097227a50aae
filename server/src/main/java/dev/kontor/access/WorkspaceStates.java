package dev.kontor.access;

import static kontor.tables.facts.Tables.WORKSPACE_LIFE;

import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * the one place that decides what the state of a workspace lets through. {@link Access} asks it for every
 * write, unless the write says that it only takes away.
 */
@Component
public class WorkspaceStates {
    private final DSLContext sql;

    WorkspaceStates(DSLContext sql) {
        this.sql = sql;
    }

    /** Of somebody's standing, read behind the workspace's lock: costs nothing where the workspace is writable. */
    public void checkWritable(Standing standing) {
        if (!standing.writable()) {
            checkWritable(standing.workspaceId());
        }
    }

    /** For people who are on their way into a workspace. */
    public void checkWritable(UUID workspaceId) {
        Row life = find(workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
        if (!life.state().writable()) {
            throw life.state().refused(life.until());
        }
    }

    public boolean writable(UUID workspaceId) {
        return find(workspaceId).filter(life -> life.state().writable()).isPresent();
    }

    private record Row(WorkspaceState state, @Nullable Instant until) {}

    private Optional<Row> find(UUID workspaceId) {
        return sql.select(WORKSPACE_LIFE.STATE, WORKSPACE_LIFE.UNTIL)
                .from(WORKSPACE_LIFE)
                .where(WORKSPACE_LIFE.WORKSPACE_ID.eq(workspaceId))
                .fetchOptional(row -> new Row(WorkspaceState.valueOf(row.value1()), row.value2()));
    }
}
