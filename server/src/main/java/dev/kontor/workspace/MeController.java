package dev.kontor.workspace;

import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, whose, and in which workspaces: all that the shell of the UI needs at its start. */
@RestController
class MeController {
    private final Profiles profiles;
    private final Workspaces workspaces;

    MeController(Profiles profiles, Workspaces workspaces) {
        this.profiles = profiles;
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
        var profile = profiles.of(actor);
        List<String> can = new ArrayList<>();
        if (actor.administrator()
                && actor.onlyWorkspaces().isEmpty()
                && actor.carries(OrganizationPermission.ORGANIZATION_ADMINISTER)) {
            can.add(OrganizationPermission.ORGANIZATION_ADMINISTER.name());
        }
        if (!profile.createdWorkspace() && !actor.narrowed()) {
            can.add("WORKSPACE_CREATE");
        }
        return new Me(
                new Self(actor.userId(), actor.name(), profile.email(), profile.proven()),
                new Person.Organization(actor.organizationId(), profile.organization()),
                actor.administrator(),
                can,
                workspaces.of(actor));
    }
}
