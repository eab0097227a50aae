package dev.kontor.collaborator;

import static kontor.tables.Tables.WORKFORCE_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** K-01, K-04, K-05, K-09, M-06: inviting partner organizations, by address or by picking one. */
@Specification
class InviteCollaboratorTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private Object access(String cell) {
        return cell.equals("FULL")
                ? "FULL"
                : Cast.list(cell).stream().map(cast::project).toList();
    }

    private Answer invite(Client who, String types, String roles, String access) {
        return who.post(
                cast.at("collaborators"),
                Map.of(
                        "types",
                        Cast.list(types),
                        "email",
                        stage.address("Nina"),
                        "roles",
                        Cast.list(roles),
                        "projectAccess",
                        access(access)));
    }

    @ParameterizedTest(name = "{0} invites {1} with {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | DATA_PARTNER                                       | FULL               | 201
        Ada, admin              | DATA_PARTNER, PRODUCER_PARTNER, ANNOTATION_PARTNER | -                  | 201
        Ada, admin              | ANNOTATION_PARTNER                                 | Streets, Plans     | 201
        Dev, developer          | PRODUCER_PARTNER                                   | Streets            | 201
        Dev, developer          | ANNOTATION_PARTNER                                 | Plans              | 422 unknown-project
        Pia, project manager    | ANNOTATION_PARTNER                                 | Plans              | 201
        Pia, project manager    | DATA_PARTNER                                       | -                  | 403 collaboration-type-above-own
        Pia, project manager    | ANNOTATION_PARTNER, DATA_PARTNER                   | -                  | 403 collaboration-type-above-own
        Ann, annotation manager | ANNOTATION_PARTNER                                 | -                  | 403 forbidden
        Mo, member              | ANNOTATION_PARTNER                                 | -                  | 403 forbidden
        Lena, partner's manager | ANNOTATION_PARTNER                                 | -                  | 403 forbidden
        Petra, limited access   | ANNOTATION_PARTNER                                 | Streets            | 201
        Petra, limited access   | ANNOTATION_PARTNER                                 | Crossings          | 422 unknown-project
        Petra, limited access   | ANNOTATION_PARTNER                                 | FULL               | 403 full-access-above-own
        Dora, full access       | DATA_PARTNER                                       | FULL               | 201
        Ada, admin              | OWNER                                              | -                  | 422 owner-not-assignable
        Ada, admin              | -                                                  | -                  | 422 unacceptable
        Otto, of no workspace   | ANNOTATION_PARTNER                                 | -                  | 404 not-found
        Rex, removed            | ANNOTATION_PARTNER                                 | -                  | 404 not-found
        Sam, from elsewhere     | ANNOTATION_PARTNER                                 | -                  | 404 not-found
        """)
    void byType(String who, String types, String access, String outcome) {
        Answer answer = invite(cast.who(who), types, "-", access);
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} invites a {1} with a first {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin           | DATA_PARTNER       | DEVELOPER          | 201
        Ada, admin           | DATA_PARTNER       | ANNOTATION_MANAGER | 422 role-not-allowed-by-type
        Ada, admin           | PRODUCER_PARTNER   | ADMIN              | 422 role-not-allowed-by-type
        Dev, developer       | DATA_PARTNER       | DEVELOPER          | 201
        Dora, partner's      | DATA_PARTNER       | DEVELOPER          | 201
        Pia, project manager | ANNOTATION_PARTNER | ANNOTATION_MANAGER | 201
        Pia, project manager | ANNOTATION_PARTNER | DEVELOPER          | 403 rank
        """)
    void theFirstPersonsRolesAreBounded(String who, String type, String role, String outcome) {
        invite(cast.who(who), type, role, "-").says(outcome);
    }

    private Answer pick(Client who, UUID organization) {
        return who.post(
                cast.at("collaborators"),
                Map.of(
                        "types",
                        List.of("ANNOTATION_PARTNER"),
                        "organizationId",
                        organization,
                        "projectAccess",
                        List.of()));
    }

    @ParameterizedTest(name = "Ada picks {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Acme              | 409 owning-organization
        Label Partners    | 409 already-collaborator
        Delivery Partners | 422 unknown-organization
        Elsewhere         | 422 unknown-organization
        """)
    void picking(String organization, String outcome) {
        pick(cast.ada, cast.organization(organization)).says(outcome);
    }

    @Test
    void whoseOrganizationMayBeSeenIsPickedAtOnce() {
        UUID seen = stage.organization("Seen Partners");
        UUID administrator = stage.person("Nora", seen, true).id();
        stage.sql()
                .insertInto(WORKFORCE_ACCESS)
                .set(WORKFORCE_ACCESS.ORGANIZATION_ID, cast.acme)
                .set(WORKFORCE_ACCESS.SEEN_ID, seen)
                .set(WORKFORCE_ACCESS.GRANTED_BY, administrator)
                .set(WORKFORCE_ACCESS.GRANTED_AT, Instant.EPOCH)
                .execute();
        assertThat(cast.pia.get(cast.at("collaborators/options")).text()).contains("Seen Partners");
        Answer picked = pick(cast.pia, seen).says("201");
        assertThat(picked.at("/collaborator/organization/name")).isEqualTo("Seen Partners");
        pick(cast.pia, seen).says("409 already-collaborator");
    }

    @Test
    void aProjectOfAnotherWorkspaceIsNone() {
        UUID theirs = stage.project(cast.sam, cast.elsewhereWorkspace, "Theirs", "PUBLIC");
        cast.ada
                .post(
                        cast.at("collaborators"),
                        Map.of(
                                "types",
                                List.of("DATA_PARTNER"),
                                "email",
                                stage.address("Nina"),
                                "projectAccess",
                                List.of(theirs)))
                .says("422 unknown-project");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"types": ["DATA_PARTNER"], "projectAccess": "FULL"}                                     | 422 unacceptable email
        {"types": ["DATA_PARTNER"], "email": "a@b.org"}                                          | 422 field-missing projectAccess
        {"types": ["DATA_PARTNER"], "email": "a@b.org", "projectAccess": "SOME"}                 | 422 unacceptable projectAccess
        {"types": ["DATA_PARTNER"], "email": "a@b.org", "projectAccess": ["x"]}                  | 422 wrong-type projectAccess
        {"types": ["FRIEND"], "email": "a@b.org", "projectAccess": "FULL"}                       | 422 wrong-type types[0]
        {"types": [], "email": "a@b.org", "projectAccess": "FULL"}                               | 422 unacceptable types
        {"types": ["DATA_PARTNER"], "email": "@", "projectAccess": "FULL"}                       | 422 bad-email email
        """)
    void badInputNamesTheField(String body, String outcome) {
        Answer answer = cast.ada.post(cast.at("collaborators"), body);
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }
}
