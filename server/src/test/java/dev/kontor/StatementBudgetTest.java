package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A page never costs one statement per row: session, reach, page; by id session and row. */
@Specification
class StatementBudgetTest {
    @Autowired
    Stage stage;

    Cast cast;
    Map<String, Integer> before = new HashMap<>();

    @BeforeAll
    void few() {
        cast = stage.cast();
    }

    private void grow() {
        if (stage.sql()
                        .fetchCount(
                                kontor.tables.Tables.PROJECT,
                                kontor.tables.Tables.PROJECT.WORKSPACE_ID.eq(cast.workspace))
                > 50) {
            return;
        }
        for (int i = 0; i < 60; i++) {
            stage.project(cast.pia, cast.workspace, "Project " + i, i % 2 == 0 ? "PUBLIC" : "SHARED", cast.mo);
        }
        var emails = IntStream.range(0, 60)
                .mapToObj(i -> stage.person("Person " + i, cast.acme).email())
                .toList();
        var unknown =
                IntStream.range(0, 60).mapToObj(i -> stage.address("Unknown")).toList();
        cast.ada
                .post(cast.at("members"), Map.of("emails", emails, "roles", java.util.List.of()))
                .ok();
        cast.ada
                .post(cast.at("members"), Map.of("emails", unknown, "roles", java.util.List.of()))
                .ok();
    }

    @ParameterizedTest(name = "{1} for {0}: {2} statements")
    @CsvSource(delimiter = '|', textBlock = """
        Ada | workspaces/W/projects             | 3
        Pia | workspaces/W/projects             | 3
        Mo  | workspaces/W/projects?sort=-name  | 3
        Lena| workspaces/W/projects             | 3
        Lars| workspaces/W/projects             | 3
        Ada | workspaces/W/members              | 3
        Lena| workspaces/W/members              | 3
        Ada | workspaces/W/collaborators        | 3
        Ada | workspaces/W/activity             | 3
        Ada | workspaces/W/activity/days        | 3
        Ada | workspaces/W                      | 3
        Ada | projects/P                        | 2
        Lena| projects/P                        | 2
        Ada | me                                | 3
        Otto| organizations/O/users             | 2
        Otto| organizations/O/invitations       | 2
        Otto| organizations/O/activity          | 2
        Otto| organizations/O/activity/days     | 2
        """)
    void aPageCostsTheSameWhateverItHolds(String who, String path, int budget) {
        Client reader = cast.who(who.strip());
        String real = path.replace("W", cast.workspace.toString())
                .replace("P", cast.streets.toString())
                .replace("/O/", "/" + cast.acme + "/");
        Answer answer = reader.get(real).ok();
        assertThat(answer.observed().statements()).as(path).isEqualTo(budget);
        grow();
        assertThat(reader.get(real).ok().observed().statements())
                .as(path + ", many rows")
                .isEqualTo(budget);
    }
}
