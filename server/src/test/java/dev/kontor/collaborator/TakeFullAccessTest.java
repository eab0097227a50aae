package dev.kontor.collaborator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** K-08, K-09: full access is taken; projects that the editor does not see are left as they are, and named to nobody. */
@Specification
class TakeFullAccessTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID hidden;
    UUID open;

    @BeforeEach
    void labelPartnersHaveAll() {
        cast = stage.cast();
        access(cast.olga, "FULL");
        hidden = stage.project(cast.ada, cast.workspace, "Ada's with Lena", "SHARED", cast.lena);
        open = stage.project(cast.pia, cast.workspace, "Open to all", "PUBLIC");
        assertThat(projects(cast.lena)).containsExactlyInAnyOrder(hidden, open, cast.streets);
    }

    private void access(Client who, Object wanted) {
        who.patch(cast.at("collaborators/%s", cast.labelPartners), Map.of("projectAccess", wanted))
                .ok();
    }

    private Set<UUID> projects(Client who) {
        return Set.copyOf(who.get(cast.at("projects")).ok().items("/id").stream()
                .map(UUID::fromString)
                .toList());
    }

    @Test
    void whatTheEditorDoesNotSeeStays() {
        access(cast.pia, Map.of("grant", List.of(cast.streets), "withdraw", List.of()));
        assertThat(projects(cast.lena)).containsExactlyInAnyOrder(hidden, cast.streets);
        var shown =
                cast.pia.get(cast.at("collaborators/%s", cast.labelPartners)).ok();
        assertThat(shown.text()).contains(cast.streets.toString()).doesNotContain(hidden.toString());
        assertThat(cast.ada
                        .get(cast.at("collaborators/%s", cast.labelPartners))
                        .ok()
                        .text())
                .contains(hidden.toString());
    }

    @Test
    void anAdminWhoSeesAllTakesAll() {
        access(cast.ada, Map.of("grant", List.of(), "withdraw", List.of()));
        assertThat(projects(cast.lena)).isEmpty();
    }
}
