package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened in a workspace, newest first, for its admins; the one place where names are never hidden (O-05). */
@RestController
class ActivityController {
    private final Access access;
    private final DSLContext sql;
    private final JsonMapper json;

    ActivityController(Access access, DSLContext sql, JsonMapper json) {
        this.access = access;
        this.sql = sql;
        this.json = json;
    }

    record Who(UUID id, String name) {}

    record What(String kind, @Nullable String id, @Nullable String name) {}

    record Entry(UUID id, Instant at, Who actor, String kind, What object, JsonNode detail, boolean byKey) {}

    @GetMapping("/api/v1/workspaces/{workspaceId}/activity")
    Page<Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing,
            @RequestParam(name = "actor", required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable String kind) {
        var grant = access.require(actor, WorkspacePermission.AUDIT_VIEW, workspaceId);
        Condition found = listing.search()
                .<Condition>map(q -> lower(AUDIT_EVENT.OBJECT_NAME)
                        .contains(q)
                        .or(lower(AUDIT_EVENT.ACTOR_NAME).contains(q))
                        .or(AUDIT_EVENT.KIND.contains(q)))
                .orElse(noCondition());
        var rows = sql.select(
                        AUDIT_EVENT.ID,
                        AUDIT_EVENT.AT,
                        AUDIT_EVENT.ACTOR_ID,
                        AUDIT_EVENT.ACTOR_NAME,
                        AUDIT_EVENT.KIND,
                        AUDIT_EVENT.OBJECT_KIND,
                        AUDIT_EVENT.OBJECT_ID,
                        AUDIT_EVENT.OBJECT_NAME,
                        AUDIT_EVENT.DETAIL,
                        AUDIT_EVENT.KEY_ID)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(grant.id()))
                .and(found)
                .and(by == null ? noCondition() : AUDIT_EVENT.ACTOR_ID.eq(by))
                .and(kind == null ? noCondition() : AUDIT_EVENT.KIND.eq(kind))
                .and(listing.after(1)
                        .<Condition>map(c -> AUDIT_EVENT.ID.lt(c.id(0)))
                        .orElse(noCondition()))
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        new Who(r.value3(), r.value4()),
                        r.value5(),
                        new What(r.value6(), r.value7(), r.value8()),
                        json.readTree(r.value9().data()),
                        r.value10() != null));
        return Page.of(rows, listing.size(), e -> Cursor.of(e.id()));
    }
}
