package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.access.ProjectVisibility.Viewer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-10, C-11, O-11: both gates, asked of the running server, are the table of {@link ProjectVisibility}. */
@Specification
class ProjectVisibilityTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} project that the organization has")
    @EnumSource
    void theSecondGate(ProjectVisibility visibility) {
        UUID project = project(visibility);
        grant(project);
        for (Viewer viewer : EnumSet.complementOf(EnumSet.of(Viewer.CHOSEN))) {
            sees(viewer(viewer), project, visibility.opensTo(viewer), viewer);
        }
        choose(project, visibility);
        sees(cast.lars, project, visibility.opensTo(Viewer.CHOSEN), Viewer.CHOSEN);
    }

    @ParameterizedTest(name = "{0} project that the organization lacks")
    @EnumSource
    void theFirstGate(ProjectVisibility visibility) {
        UUID project = project(visibility);
        sees(cast.ada, project, true, Viewer.ADMIN);
        sees(cast.lena, project, false, Viewer.PARTNER_WITH_ROLE);
        sees(cast.lars, project, false, Viewer.PARTNER_MEMBER);
    }

    private UUID project(ProjectVisibility visibility) {
        return stage.project(cast.pia, cast.workspace, visibility + " " + UUID.randomUUID(), visibility.name());
    }

    private void grant(UUID project) {
        var access = Map.of("projectAccess", Map.of("grant", List.of(project)));
        cast.olga.patch(cast.at("collaborators/%s", cast.labelPartners), access).ok();
    }

    /** The list survives changes of visibility: chosen while SHARED. */
    private void choose(UUID project, ProjectVisibility visibility) {
        cast.pia.patch("projects/" + project, Map.of("visibility", "SHARED")).ok();
        cast.pia
                .put("projects/" + project + "/members/" + cast.lars.id(), Map.of())
                .ok();
        cast.pia.patch("projects/" + project, Map.of("visibility", visibility)).ok();
    }

    private Client viewer(Viewer viewer) {
        return switch (viewer) {
            case ADMIN -> cast.ada;
            case CREATOR -> cast.pia;
            case HOUSE -> cast.mo;
            case PARTNER_WITH_ROLE -> cast.lena;
            case CHOSEN, PARTNER_MEMBER -> cast.lars;
        };
    }

    private void sees(Client person, UUID project, boolean expected, Viewer viewer) {
        assertThat(person.get("projects/" + project).status())
                .as("%s, by id", viewer)
                .isEqualTo(expected ? 200 : 404);
        assertThat(person.get(cast.at("projects?limit=200")).ok().items("/id").contains(project.toString()))
                .as("%s, in the list", viewer)
                .isEqualTo(expected);
    }
}
