package dev.kontor.member;

import static kontor.tables.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M-05, M-06, M-11, A-08: roles are edited by rank, within the organization's types, for members whom one sees. */
@Specification
class EditMemberRolesTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} gives {1} the roles {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Ada, admin              | DEVELOPER                           | 200
        Ada, admin              | Dev, developer          | -                                   | 200
        Ada, admin              | Mo, member              | ADMIN                               | 200
        Ada, admin              | Olga, owner             | DEVELOPER                           | 409 owner-stays-admin
        Ada, admin              | Olga, owner             | ADMIN, DEVELOPER                    | 200
        Olga, owner             | Olga, owner             | -                                   | 409 owner-stays-admin
        Ada, admin              | Ada, admin              | ADMIN, DEVELOPER                    | 403 own-roles
        Ada, admin              | Ada, admin              | -                                   | 200
        Ann, annotation manager | Ann, annotation manager | -                                   | 200
        Ann, annotation manager | Ann, annotation manager | PROJECT_MANAGER                     | 403 own-roles
        Dev, developer          | Ada, admin              | DEVELOPER                           | 403 rank
        Dev, developer          | Pia, project manager    | DEVELOPER                           | 200
        Dev, developer          | Mo, member              | ADMIN                               | 403 rank
        Dev, developer          | Mo, member              | DEVELOPER                           | 200
        Pia, project manager    | Dev, developer          | -                                   | 403 rank
        Pia, project manager    | Ann, annotation manager | PROJECT_MANAGER                     | 200
        Pia, project manager    | Mo, member              | DEVELOPER                           | 403 rank
        Ann, annotation manager | Mo, member              | ANNOTATION_MANAGER                  | 200
        Ann, annotation manager | Mo, member              | PROJECT_MANAGER                     | 403 rank
        Ann, annotation manager | Pia, project manager    | -                                   | 403 rank
        Mo, member              | Lars, partner's member  | -                                   | 403 forbidden
        Lars, partner's member  | Lars, partner's member  | ANNOTATION_MANAGER                  | 403 forbidden
        Lena, partner's manager | Lars, partner's member  | ANNOTATION_MANAGER                  | 200
        Lena, partner's manager | Lars, partner's member  | PROJECT_MANAGER                     | 403 rank
        Ada, admin              | Lars, partner's member  | PROJECT_MANAGER                     | 422 role-not-allowed-by-type
        Ada, admin              | Dora, partner's         | -                                   | 200
        Ada, admin              | Dora, partner's         | DEVELOPER, ADMIN                    | 422 role-not-allowed-by-type
        Ada, admin              | Petra, partner's        | PROJECT_MANAGER, ANNOTATION_MANAGER | 200
        Ada, admin              | Lou, locked             | DEVELOPER                           | 200
        Ada, admin              | Mo, member              | OWNER                               | 422 unacceptable
        Ada, admin              | Mo, member              | MEMBER                              | 200
        Dev, developer          | Dora, partner's         | -                                   | 404 not-found
        Dev, developer          | Petra, partner's        | -                                   | 404 not-found
        Lena, partner's manager | Mo, member              | ANNOTATION_MANAGER                  | 404 not-found
        Petra, partner's        | Lars, partner's member  | -                                   | 404 not-found
        Olga, owner             | Rex, removed            | DEVELOPER                           | 404 not-found
        Olga, owner             | Sam, from elsewhere     | DEVELOPER                           | 404 not-found
        Otto, of no workspace   | Mo, member              | ADMIN                               | 404 not-found
        Sam, from elsewhere     | Mo, member              | ADMIN                               | 404 not-found
        Lou, locked             | Mo, member              | -                                   | 401 not-signed-in
        """)
    void byRank(String who, String whom, String roles, String outcome) {
        Client member = cast.who(whom);
        List<String> before = roles(member);
        Answer answer = cast.who(who).patch(cast.at("members/%s", member.id()), Map.of("roles", Cast.list(roles)));
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
        List<String> after = answer.status() == 200 ? Cast.list(roles) : before;
        assertThat(roles(member))
                .containsExactlyInAnyOrderElementsOf(
                        after.stream().filter(role -> !role.equals("MEMBER")).toList());
        giveBack(member, before);
    }

    private List<String> roles(Client member) {
        return stage.sql()
                .select(MEMBER.ROLES)
                .from(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(cast.workspace).and(MEMBER.USER_ID.eq(member.id())))
                .fetchOptional(row -> List.of(row.value1()))
                .orElse(List.of());
    }

    private void giveBack(Client member, List<String> roles) {
        stage.sql()
                .update(MEMBER)
                .set(MEMBER.ROLES, roles.toArray(String[]::new))
                .where(MEMBER.WORKSPACE_ID.eq(cast.workspace).and(MEMBER.USER_ID.eq(member.id())))
                .execute();
    }

    @Test
    void whatIsOfferedIsWhatIsAccepted() {
        for (Client editor :
                List.of(cast.olga, cast.ada, cast.dev, cast.pia, cast.ann, cast.lena, cast.petra, cast.dora)) {
            for (var member : editor.get(cast.at("members")).items()) {
                if (member.path("self").asBoolean()) continue;
                Client target = cast.who(member.at("/user/name").asString());
                List<String> before = roles(target);
                for (String role : List.of("ADMIN", "DEVELOPER", "PROJECT_MANAGER", "ANNOTATION_MANAGER")) {
                    boolean offered = member.path("assignable").toString().contains("\"" + role + "\"");
                    int status = editor.patch(cast.at("members/%s", target.id()), Map.of("roles", List.of(role)))
                            .status();
                    boolean owner = member.path("owner").asBoolean() && !role.equals("ADMIN");
                    assertThat(status == 200)
                            .as("%s makes %s %s", editor.name(), target.name(), role)
                            .isEqualTo(offered && !owner);
                    giveBack(target, before);
                }
            }
        }
    }

    @Test
    void rolesHoldWithTheNextRequest() {
        cast.mo.get(cast.at("members")).says("403 forbidden");
        cast.ada
                .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of("ANNOTATION_MANAGER")))
                .ok();
        cast.mo.get(cast.at("members")).says("200");
        cast.ada
                .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of()))
                .ok();
        cast.mo.get(cast.at("members")).says("403 forbidden");
    }
}
