package dev.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page never costs one statement per row: session, reach, page; by id session and row. */
@Specification
class StatementBudgetTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID dataset;
    boolean grown;
    String draft = "";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @BeforeAll
    void few() {
        cast = stage.cast();
        dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads"))
                .ok()
                .id();
        version("first", List.of("a/one.txt"));
        cast.pia
                .put("datasets/" + dataset + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .ok();
        changes(List.of("a/one.txt"));
        branchWithDraft("side");
    }

    private void branchWithDraft(String name) {
        String at = "datasets/" + dataset;
        cast.pia.post(at + "/branches", Map.of("name", name)).ok();
        cast.pia.post(at + "/drafts", Map.of("branch", name)).ok();
    }

    /** A draft with more and more changes. */
    private void changes(List<String> paths) {
        String at = "datasets/" + dataset + "/drafts";
        draft = cast.pia.post(at, Map.of()).ok().at("/number");
        Upload upload = new Upload();
        paths.forEach(path -> upload.file("new/" + path, path.getBytes(StandardCharsets.UTF_8)));
        upload.to(cast.pia, at + "/" + draft).ok();
    }

    private void version(String message, List<String> paths) {
        String at = "datasets/" + dataset + "/drafts";
        String draft = at + "/" + cast.pia.post(at, Map.of()).ok().at("/number");
        Upload upload = new Upload();
        paths.forEach(path -> upload.file(path, (message + path).getBytes(StandardCharsets.UTF_8)));
        upload.to(cast.pia, draft).ok();
        cast.pia.post(draft + "/commit", Map.of("message", message)).ok();
    }

    private void grow() {
        if (grown) {
            return;
        }
        grown = true;
        for (int i = 0; i < 60; i++) {
            stage.project(cast.pia, cast.workspace, "Project " + i, i % 2 == 0 ? "PUBLIC" : "SHARED", cast.mo);
        }
        var people = IntStream.range(0, 60)
                .mapToObj(i -> stage.person("Person " + i, cast.acme))
                .toList();
        var emails = people.stream().map(Client::email).toList();
        var unknown =
                IntStream.range(0, 60).mapToObj(i -> stage.address("Unknown")).toList();
        cast.ada
                .post(cast.at("members"), Map.of("emails", emails, "roles", List.of()))
                .ok();
        cast.ada
                .post(cast.at("members"), Map.of("emails", unknown, "roles", List.of()))
                .ok();
        for (int i = 0; i < 30; i++) {
            cast.pia
                    .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads " + i))
                    .ok();
            cast.pia
                    .put("datasets/" + dataset + "/members/" + people.get(i).id(), Map.of("level", "VIEWER"))
                    .ok();
        }
        for (int i = 0; i < 3; i++) {
            version("version " + i, paths());
            branchWithDraft("branch" + i);
            cast.pia
                    .post("datasets/" + dataset + "/tags", Map.of("name", "tag" + i, "version", "main"))
                    .ok();
        }
        changes(paths());
    }

    private static List<String> paths() {
        return IntStream.range(0, 90).mapToObj(i -> "a/" + i % 30 + "/" + i).toList();
    }

    private static final String BUDGETS = """
        Ada | workspaces/W/projects             | 3
        Pia | workspaces/W/projects             | 3
        Mo  | workspaces/W/projects?sort=-name  | 3
        Lena| workspaces/W/projects             | 3
        Lars| workspaces/W/projects             | 3
        Ada | workspaces/W/members              | 3
        Lena| workspaces/W/members              | 3
        Ada | workspaces/W/members/candidates?organization=/O/ | 3
        Ada | workspaces/W/members/additions    | 3
        Ada | workspaces/W/collaborators        | 3
        Olga| workspaces/W/ownership/candidates | 3
        Ada | workspaces                        | 2
        Ada | workspaces/W/activity             | 3
        Ada | workspaces/W/activity/days        | 3
        Ada | workspaces/W/usage                | 3
        Ada | workspaces/W/usage/projects       | 3
        Ada | workspaces/W/monthly-usage        | 3
        Lena| projects/P/usage                  | 3
        Ada | workspaces/W                      | 3
        Ada | projects/P                        | 2
        Ada | projects/P/documents              | 3
        Lena| projects/P                        | 2
        Ada | projects/P/datasets               | 3
        Lena| projects/P/datasets?sort=-created | 3
        Ada | projects/P/members                | 4
        Ada | projects/P/candidates             | 4
        Ada | workspaces/W/datasets             | 3
        Pia | workspaces/W/datasets?sort=-name  | 3
        Lena| workspaces/W/datasets             | 3
        Lars| workspaces/W/datasets?q=roads     | 3
        Mo  | datasets/D                        | 2
        Lena| datasets/D                        | 2
        Pia | datasets/D/members                | 3
        Pia | datasets/D/links                  | 3
        Pia | datasets/D/bucket-imports         | 3
        Pia | datasets/D/inference-reservations | 3
        Ada | workspaces/W/inference-reservations | 3
        Pia | projects/P/inference-reservations | 3
        Mo  | datasets/D/links                  | 3
        Pia | datasets/D/invitees               | 3
        Pia | datasets/D/applications           | 3
        Ada | workspaces/W/applications         | 3
        Mo  | me/applications                   | 2
        Sam | open-datasets                     | 2
        Ada | open-datasets?q=roads&sort=-created | 2
        Ada | datasets/D/opening                | 5
        Mo  | datasets/D/drafts                 | 5
        Lena| datasets/D/versions               | 3
        Lena| datasets/D/versions?ref=main      | 3
        Lena| datasets/D/branches               | 3
        Lena| datasets/D/diff                   | 6
        Lena| datasets/D/diff/counts            | 4
        Lena| datasets/D/tags                   | 3
        Lena| datasets/D/versions/main          | 3
        Lena| datasets/D/versions/main/items    | 3
        Lena| datasets/D/versions/main/folders?prefix=a/       | 3
        Lena| datasets/D/versions/main/folder?prefix=a/        | 4
        Lena| datasets/D/versions/main/folder-counts           | 4
        Lena| datasets/D/versions/main/item?path=a/one.txt     | 3
        Lena| datasets/D/versions/main/content?path=a/one.txt  | 3
        Lena| datasets/D/preview                | 4
        Ada | search?q=roads&workspace=W        | 5
        Lena| search?q=p                        | 5
        Lars| search?q=p                        | 4
        Ada | me                                | 3
        Otto| organizations/O/users             | 2
        Otto| organizations/O/users?sort=-seen  | 2
        Otto| organizations/O/invitations       | 2
        Otto| organizations/O/workspaces        | 2
        Otto| organizations/O/workspaces/W/projects | 3
        Otto| organizations/O/usage             | 2
        Otto| organizations/O/monthly-usage     | 3
        Otto| organizations/O/usage/W           | 3
        Otto| organizations/O/activity          | 2
        Mo  | me/notifications                  | 2
        Mo  | me/notifications/unread           | 2
        Mo  | me/notification-preferences       | 2
        Otto| organizations/O/activity/days     | 2
        Otto| organizations/O/workforce-access?direction=SEES    | 2
        Otto| organizations/O/workforce-access?direction=SEEN_BY | 2
        Otto| organizations/O/collaborations    | 2
        Ada | workspaces/W/invitations          | 4
        Pia | datasets/D/drafts/N/changes       | 4
        Pia | datasets/D/drafts/N/imports       | 3
        Ada | me/access-keys                    | 2
        Ada | me/sessions                       | 2
        Ada | activity/kinds                    | 1
        Pia | me/derivations                     | 2
        Otto| organizations/O/bring-ins         | 2
        Otto| organizations/O/collaborations/W/members | 3
        """;

    static Stream<Arguments> budgets() {
        return BUDGETS.lines().map(line -> {
            String[] cells = line.split("\\|");
            return Arguments.of(cells[0].strip(), cells[1].strip(), Integer.valueOf(cells[2].strip()));
        });
    }

    @ParameterizedTest(name = "{1} for {0}: {2} statements")
    @MethodSource("budgets")
    void aPageCostsTheSameWhateverItHolds(String who, String path, int budget) {
        Client reader = cast.who(who);
        Answer answer = reader.get(real(path)).ok();
        assertThat(answer.observed().statements()).as(path).isEqualTo(budget);
        grow();
        assertThat(reader.get(real(path)).ok().observed().statements())
                .as(path + ", many rows")
                .isEqualTo(budget);
    }

    private String real(String path) {
        return path.replace("W", cast.workspace.toString())
                .replace("P", cast.streets.toString())
                .replace("D", dataset.toString())
                .replace("/N/", "/" + draft + "/")
                .replace("=/O/", "=" + cast.acme)
                .replace("/O/", "/" + cast.acme + "/");
    }

    /** No list comes without a budget: whatever answers with a page has a row above. */
    @Test
    void everyListHasABudget() {
        Set<String> budgeted = BUDGETS.lines()
                .map(line -> line.split("\\|")[1].strip().replaceFirst("\\?.*", ""))
                .map(StatementBudgetTest::shape)
                .collect(Collectors.toSet());
        assertThat(Routes.lists(mapping))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(budgeted.stream()
                                .anyMatch(shape ->
                                        route.path().replaceAll("\\{\\w+}", "_").matches(shape)))
                        .as("%s", route)
                        .isTrue());
    }

    private static String shape(String path) {
        return path.replaceAll("(?<=/)(W|P|D|N|O|main)(?=/|$)", "_");
    }
}
