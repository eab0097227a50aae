package dev.kontor.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what is stored: of projects, workspaces, and of all that an organization owns (O-08, C-02, C-05). */
@Specification
class UsageTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        store(cast.streets, "123456789");
    }

    private void store(UUID project, String content) {
        UUID dataset = cast.olga
                .post("projects/" + project + "/datasets", Map.of("name", "D" + UUID.randomUUID()))
                .ok()
                .id();
        String draft = "datasets/" + dataset + "/drafts/"
                + cast.olga
                        .post("datasets/" + dataset + "/drafts", Map.of())
                        .ok()
                        .at("/number");
        cast.olga
                .put(draft + "/item?path=a", content.getBytes(StandardCharsets.UTF_8))
                .ok();
    }

    @ParameterizedTest(name = "{0} asks for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin               | workspaces/W/usage            | 200
        Olga, owner              | workspaces/W/usage/projects   | 200
        Pia, project manager     | workspaces/W/usage            | 403 forbidden
        Mo, member               | workspaces/W/usage/projects   | 403 forbidden
        Otto, administrator      | workspaces/W/usage            | 404 not-found
        Sam, from elsewhere      | workspaces/W/usage            | 404 not-found
        Pia, project manager     | projects/P/usage              | 200
        Mo, member               | projects/P/usage              | 200
        Sam, from elsewhere      | projects/P/usage              | 404 not-found
        Otto, administrator      | organizations/O/usage         | 200
        Otto, administrator      | organizations/O/usage/W       | 200
        Ada, no administrator    | organizations/O/usage         | 404 not-found
        Sam, from elsewhere      | organizations/O/usage         | 404 not-found
        Sam, from elsewhere      | organizations/O/usage/W       | 404 not-found
        """)
    void asks(String who, String path, String expected) {
        cast.who(who)
                .get(path.replace("/W", "/" + cast.workspace)
                        .replace("/P", "/" + cast.streets)
                        .replace("/O", "/" + cast.acme))
                .says(expected);
    }

    @Test
    void ofAWorkspaceWithItsQuotas() {
        Answer usage = cast.ada.get("workspaces/" + cast.workspace + "/usage").ok();
        assertThat(usage.at("/plan")).isEqualTo("TRIAL");
        assertThat(usage.at("/quotas/0/quota")).isEqualTo("STORAGE");
        assertThat(usage.at("/quotas/0/used")).isEqualTo("9");
        assertThat(usage.at("/quotas/0/limit")).isEqualTo("" + Storage.LIMIT);
        assertThat(usage.at("/quotas/1/quota")).isEqualTo("OPEN_STORAGE");
        assertThat(cast.mo.get("projects/" + cast.streets + "/usage").at("/bytes"))
                .isEqualTo("9");
    }

    /** A stranger's organization with three workspaces' worth of projects: the largest first, page by page. */
    @Test
    void theLargestFirst() {
        Storage small = Storage.of(stage);
        UUID other = stage.project(small.owner(), small.workspace(), "Other", "PUBLIC");
        UUID none = stage.project(small.owner(), small.workspace(), "None", "PUBLIC");
        small.holding("12345");
        small.put(small.draft(small.dataset(other)), "a", "1234567").ok();
        String list = "workspaces/" + small.workspace() + "/usage/projects?limit=1";
        List<String> ids = new ArrayList<>();
        for (String next = ""; next != null; ) {
            Answer page = small.owner().get(list + next).ok();
            ids.addAll(page.items("/id"));
            next = page.next() == null ? null : "&cursor=" + page.next();
        }
        assertThat(ids).containsExactly(other.toString(), small.project().toString(), none.toString());
        String office = "organizations/" + small.owner().organizationId() + "/usage";
        assertThat(small.owner().get(office).ok().at("/items/0/quotas/0/used")).isEqualTo("12");
        assertThat(small.owner().get(office + "/" + small.workspace()).ok().items("/bytes"))
                .containsExactly("7", "5", "0");
        Client sam = stage.stranger("Sam");
        sam.get("organizations/" + sam.organizationId() + "/usage/" + small.workspace())
                .says("404 not-found");
    }
}
