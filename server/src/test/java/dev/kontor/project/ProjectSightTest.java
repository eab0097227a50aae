package dev.kontor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-10, C-11, O-11: which projects each person sees, in the list and by id. */
@Specification
class ProjectSightTest {
    private static final List<String> ALL = List.of("Crossings", "Plans", "Streets");

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Crossings, Plans, Streets
        Ada, admin              | Crossings, Plans, Streets
        Pia, their creator      | Crossings, Plans, Streets
        Dev, chosen             | Crossings, Streets
        Mo, chosen              | Crossings, Streets
        Ann, of the house       | Streets
        Lena, partner's manager | Streets
        Lars, plain partner     | -
        Petra, unchosen         | Streets
        Dora, with full access  | Streets
        """)
    void sees(String who, String names) {
        Client reader = cast.who(who);
        List<String> seen = Cast.list(names);
        assertThat(reader.get(cast.at("projects")).ok().items("/name")).containsExactlyElementsOf(seen);
        for (String name : ALL) {
            reader.get("projects/" + cast.project(name)).says(seen.contains(name) ? "200" : "404 not-found");
            reader.get("projects/" + cast.project(name) + "/members")
                    .says(seen.contains(name) ? "200" : "404 not-found");
        }
        int counted = reader.get("workspaces/" + cast.workspace)
                .json()
                .at("/counts/projects")
                .asInt();
        assertThat(counted).isEqualTo(seen.size());
    }

    @ParameterizedTest(name = "{0} lists projects: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, of no workspace | 404 not-found
        Rex, removed          | 404 not-found
        Sam, from elsewhere   | 404 not-found
        Lou, locked           | 401 not-signed-in
        """)
    void theListIsForMembers(String who, String outcome) {
        cast.who(who).get(cast.at("projects")).says(outcome);
        cast.who(who).get(cast.at("projects?trashed=true")).says(outcome);
    }

    @Test
    void aPlainPartnerSeesWhatTheyAreChosenIn() {
        UUID streets = new Fresh(cast).project(cast.pia, "SHARED");
        cast.pia
                .put("projects/" + streets + "/members/" + cast.lars.id(), java.util.Map.of())
                .says("204");
        assertThat(cast.lars.get(cast.at("projects")).ok().items("/id")).containsExactly(streets.toString());
        cast.pia
                .patch("projects/" + streets, java.util.Map.of("visibility", "PRIVATE"))
                .ok();
        assertThat(cast.lars.get(cast.at("projects")).ok().items()).isEmpty();
        // the chosen list survives, without effect while private
        cast.pia
                .patch("projects/" + streets, java.util.Map.of("visibility", "SHARED"))
                .ok();
        assertThat(cast.lars.get(cast.at("projects")).ok().items("/id")).containsExactly(streets.toString());
        cast.pia.delete("projects/" + streets).says("204");
    }
}
