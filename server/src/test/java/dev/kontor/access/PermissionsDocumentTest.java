package dev.kontor.access;

import static java.util.stream.Collectors.joining;

import dev.kontor.testing.Documents;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/permissions.md is the tables of {@code access}, written out. */
class PermissionsDocumentTest {
    @Test
    void isCurrent() {
        Documents.isCurrent("permissions.md", """
            # Who may do what

            Generated from the enums in `server/src/main/java/dev/kontor/access`; change those, then run the tests once with
            `-Dkontor.write-docs=true`. Rows are permissions, columns are roles or levels, a blank is a no.

            ## In a workspace

            Everybody in it holds `MEMBER` too; `OWNER` is whoever owns the workspace.

            %s
            ## In a project that one sees

            `VIEWER` is everybody who sees it, `HOUSE` whoever belongs to the organization that owns the workspace.

            %s
            ## Who sees a project (C-10, C-11, O-11)

            Two gates in a row. The first is the organization's: its collaborator access is full or names the project. The
            second is the person's, by the project's visibility; what is marked here passes it:

            %s
            `HOUSE` are people of the organization that owns the workspace, `CHOSEN` those on the project's list of members.
            `ADMIN` passes both gates. In the trash a project is seen by its creator and workspace admins alone (O-13).

            ## In a dataset

            %s
            An access key needs at least `USER` for everything but `DATASET_PREVIEW`. What people hold who see the project:

            %s
            `DATASET_INVITE` takes a level that was given to oneself: by a grant, as owner or as workspace admin, not by visibility
            (T-13). While the owner is locked, the workspace owner holds `DATASET_APPROVE`.

            Whoever does not see the project holds nothing, but for `OPEN`: `USER`. A grant, owning the dataset and being a
            workspace admin (`ADMIN`) raise it; the highest counts.

            ## Rank (M-06)

            Who, with this role, adds, edits and removes members who hold that one:

            %s
            ## Collaboration types (M-05, K-04)

            Which roles people of an organization of this type may hold besides `MEMBER`:

            %s
            Who, with this role, invites, edits and removes organizations of that type:

            %s
            ## For an organization

            `ORGANIZATION_ADMINISTER` is held by its administrators, and gives no right inside a workspace (C-02).
            """.formatted(
                table(
                        "permission",
                        WorkspacePermission.values(),
                        WorkspaceRole.values(),
                        (p, role) -> p.holders().contains(role)),
                table(
                        "permission",
                        ProjectPermission.values(),
                        ProjectRole.values(),
                        (p, role) -> p.holders().contains(role)),
                table(
                        "visibility",
                        ProjectVisibility.values(),
                        ProjectVisibility.Viewer.values(),
                        ProjectVisibility::opensTo),
                table("permission", DatasetPermission.values(), DatasetLevel.values(), DatasetPermission::heldBy),
                table(
                        "visibility",
                        DatasetVisibility.values(),
                        DatasetLevel.values(),
                        PermissionsDocumentTest::givenBySight),
                table(
                        "role",
                        WorkspaceRole.values(),
                        WorkspaceRole.values(),
                        (role, other) -> role.manages().contains(other)),
                table(
                        "type",
                        CollaborationType.values(),
                        roles(),
                        (type, role) -> CollaborationType.roles(Set.of(type)).contains(role)),
                table("type", CollaborationType.values(), roles(), (type, role) -> type.dealtWithBy(List.of(role)))));
    }

    private static WorkspaceRole[] roles() {
        return Stream.of(WorkspaceRole.values())
                .filter(WorkspaceRole.ASSIGNABLE::contains)
                .toArray(WorkspaceRole[]::new);
    }

    private static boolean givenBySight(DatasetVisibility visibility, DatasetLevel level) {
        return new DatasetFacts(false, false, null, visibility, true, false)
                        .level()
                        .orElseThrow()
                == level;
    }

    private static <R extends Enum<R>, C extends Enum<C>> String table(
            String what, R[] rows, C[] columns, BiPredicate<R, C> yes) {
        String head = row(
                what,
                Arrays.stream(columns).map(column -> "`" + column.name() + "`").toList());
        String line = row("---", Arrays.stream(columns).map(column -> "---").toList());
        return Stream.concat(
                        Stream.of(head, line),
                        Arrays.stream(rows)
                                .map(r -> row(
                                        "`" + r.name() + "`",
                                        Arrays.stream(columns)
                                                .map(c -> yes.test(r, c) ? "x" : "")
                                                .toList())))
                .collect(joining());
    }

    private static String row(String first, Collection<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }
}
