package dev.kontor.workspace;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, whose, and in which workspaces: all that the shell of the UI needs at its start. */
@RestController
class MeController {
    private final DSLContext sql;
    private final Workspaces workspaces;

    MeController(DSLContext sql, Workspaces workspaces) {
        this.sql = sql;
        this.workspaces = workspaces;
    }

    record Self(UUID id, String name, String email, boolean proven) {}

    record Me(
            Self user,
            Person.Organization organization,
            boolean administrator,
            List<String> can,
            List<Workspaces.Entry> workspaces) {}

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal Actor actor) {
        var created = field(exists(selectOne()
                .from(WORKSPACE)
                .where(WORKSPACE.CREATED_BY.eq(actor.userId()).and(WORKSPACE.DELETED_AT.isNull()))));
        var row = sql.select(APP_USER.EMAIL, APP_USER.PROVEN, ORGANIZATION.NAME, created)
                .from(APP_USER)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(APP_USER.ID.eq(actor.userId()))
                .fetchSingle();
        List<String> can = new ArrayList<>();
        if (actor.administrator()
                && actor.onlyWorkspaces().isEmpty()
                && actor.carries(OrganizationPermission.ORGANIZATION_ADMINISTER)) {
            can.add(OrganizationPermission.ORGANIZATION_ADMINISTER.name());
        }
        if (!row.value4() && !actor.narrowed()) {
            can.add("WORKSPACE_CREATE");
        }
        return new Me(
                new Self(actor.userId(), actor.name(), row.value1(), row.value2()),
                new Person.Organization(actor.organizationId(), row.value3()),
                actor.administrator(),
                can,
                workspaces.of(actor));
    }
}
