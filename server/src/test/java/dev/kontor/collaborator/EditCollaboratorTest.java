package dev.kontor.collaborator;

import static kontor.tables.Tables.COLLABORATOR_PROJECT;
import static kontor.tables.Tables.PROJECT_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** K-04, K-07 to K-09, K-12: changing and removing collaborators, and what follows in the same step. */
@Specification
class EditCollaboratorTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private Answer edit(Client who, String organization, Map<String, Object> change) {
        return who.patch(cast.at("collaborators/%s", cast.organization(organization)), change);
    }

    @ParameterizedTest(name = "{0} makes {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Label Partners    | DATA_PARTNER                         | 200
        Ada, admin              | Delivery Partners | PRODUCER_PARTNER, ANNOTATION_PARTNER | 200
        Ada, admin              | Acme              | DATA_PARTNER                         | 409 owning-organization
        Ada, admin              | Label Partners    | OWNER                                | 422 owner-not-assignable
        Ada, admin              | Label Partners    | -                                    | 422 unacceptable
        Ada, admin              | Elsewhere         | DATA_PARTNER                         | 404 not-found
        Dev, developer          | Label Partners    | PRODUCER_PARTNER                     | 200
        Dev, developer          | Fleet Data        | ANNOTATION_PARTNER                   | 404 not-found
        Pia, project manager    | Label Partners    | ANNOTATION_PARTNER                   | 200
        Pia, project manager    | Label Partners    | PRODUCER_PARTNER                     | 403 collaboration-type-above-own
        Petra, of that partner  | Delivery Partners | ANNOTATION_PARTNER                   | 403 own-organization
        Dora, of that partner   | Fleet Data        | ANNOTATION_PARTNER                   | 403 own-organization
        Ann, annotation manager | Label Partners    | DATA_PARTNER                         | 403 forbidden
        Mo, member              | Label Partners    | DATA_PARTNER                         | 403 forbidden
        Sam, from elsewhere     | Label Partners    | DATA_PARTNER                         | 404 not-found
        """)
    void types(String who, String organization, String types, String outcome) {
        edit(cast.who(who), organization, Map.of("types", Cast.list(types))).says(outcome);
    }

    @Test
    void whoMayNotHoldARoleAnyMoreLosesItWithTheType() {
        String link = cast.ada
                .post(
                        cast.at("members"),
                        Map.of(
                                "emails",
                                List.of(stage.address("Nina")),
                                "roles",
                                List.of("ANNOTATION_MANAGER"),
                                "organizationId",
                                cast.labelPartners))
                .at("/outcomes/0/link");
        Answer impact = cast.ada
                .get(cast.at("collaborators/%s/impact?types=DATA_PARTNER", cast.labelPartners))
                .says("200");
        assertThat(impact.at("/roleStrips/0/member/name")).isEqualTo("Lena");
        assertThat(impact.json().path("invitations").asInt()).isEqualTo(1);
        edit(cast.ada, "Label Partners", Map.of("types", List.of("DATA_PARTNER")))
                .says("200");
        assertThat(cast.lena.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactly("MEMBER");
        cast.lena.get("projects/" + cast.streets).says("404 not-found");
        assertThat(stage.nobody().get("invitations/" + Cast.token(link)).texts("/roles"))
                .isEmpty();
    }

    @ParameterizedTest(name = "K-08: {0} asks what taking {2} off {1} hits{3}: {4} people lose it")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin             | Label Partners    | Streets   | -                     | 1
        Ada, admin             | Label Partners    | Streets   | , Lars chosen for it  | 2
        Dev, developer         | Label Partners    | Streets   | -                     | 1
        Ada, admin             | Delivery Partners | Streets   | -                     | 1
        Ada, admin             | Delivery Partners | Crossings | -                     | 0
        Ada, admin             | Fleet Data        | Streets   | -                     | 1
        Ada, admin             | Fleet Data        | Plans     | -                     | 0
        Dev, developer         | Label Partners    | Plans     | -                     | 422 unknown-project
        Petra, partner's       | Delivery Partners | Streets   | -                     | 1
        Mo, member             | Label Partners    | Streets   | -                     | 403 forbidden
        Sam, from elsewhere    | Label Partners    | Streets   | -                     | 404 not-found
        """)
    void peopleWhoLoseAProject(String who, String organization, String project, String state, String outcome) {
        if (state.contains("Lars")) {
            cast.pia
                    .put("projects/" + cast.streets + "/members/" + cast.lars.id(), null)
                    .ok();
        }
        Answer impact = cast.who(who)
                .get(cast.at(
                        "collaborators/%s/impact?withdraw=%s", cast.organization(organization), cast.project(project)));
        assertThat(impact.status() == 200 ? impact.at("/members") : impact.said())
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} gives {1} full access: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin            | Label Partners    | 200
        Dev, developer        | Label Partners    | 200
        Petra, limited access | Delivery Partners | 403 own-organization
        Mo, member            | Label Partners    | 403 forbidden
        Sam, from elsewhere   | Label Partners    | 404 not-found
        """)
    void fullAccess(String who, String organization, String outcome) {
        edit(cast.who(who), organization, Map.of("projectAccess", "FULL")).says(outcome);
    }

    @Test
    void aProjectThatOneDoesNotSeeIsLeftAsItIs() {
        edit(cast.ada, "Label Partners", access(List.of(cast.plans), List.of())).says("200");
        edit(cast.dev, "Label Partners", access(List.of(), List.of(cast.plans))).says("422 unknown-project");
        edit(cast.dev, "Label Partners", access(List.of(cast.crossings), List.of(cast.streets)))
                .says("200");
        assertThat(cast.dev.get(cast.at("collaborators/%s", cast.labelPartners)).text())
                .contains("Crossings")
                .doesNotContain("Plans", "Streets");
        assertThat(stage.sql()
                        .fetchExists(
                                COLLABORATOR_PROJECT,
                                COLLABORATOR_PROJECT
                                        .ORGANIZATION_ID
                                        .eq(cast.labelPartners)
                                        .and(COLLABORATOR_PROJECT.PROJECT_ID.eq(cast.plans))))
                .isTrue();
    }

    private static Map<String, Object> access(List<?> grant, List<?> withdraw) {
        return Map.of("projectAccess", Map.of("grant", grant, "withdraw", withdraw));
    }

    @Test
    void whatAnOrganizationLosesItsPeopleLoseAtOnce() {
        cast.pia
                .put("projects/" + cast.streets + "/members/" + cast.lars.id(), Map.of())
                .says("204");
        cast.lars.get("projects/" + cast.streets).says("200");
        cast.lena.get("projects/" + cast.streets).says("200");
        edit(cast.ada, "Label Partners", access(List.of(), List.of(cast.streets)))
                .says("200");
        cast.lars.get("projects/" + cast.streets).says("404 not-found");
        cast.lena.get("projects/" + cast.streets).says("404 not-found");
        edit(cast.ada, "Label Partners", access(List.of(cast.streets), List.of()))
                .says("200");
        cast.lars.get("projects/" + cast.streets).says("404 not-found");
        assertThat(stage.sql().fetchExists(PROJECT_MEMBER, PROJECT_MEMBER.USER_ID.eq(cast.lars.id())))
                .isFalse();
    }

    @Test
    void aPartnersProjectJoinsItsLimitedAccessAndPassesOnWithTheLoss() {
        var own = stage.project(cast.petra, cast.workspace, "Delivery", "PRIVATE");
        cast.petra.get("projects/" + own).says("200");
        edit(cast.ada, "Delivery Partners", access(List.of(), List.of(own))).says("200");
        cast.petra.get("projects/" + own).says("404 not-found");
        assertThat(cast.ada.get("projects/" + own).at("/creator/name")).isEqualTo("Olga");
    }

    @ParameterizedTest(name = "{0} removes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Delivery Partners | 204
        Dev, developer          | Label Partners    | 204
        Pia, project manager    | Label Partners    | 204
        Ada, admin              | Acme              | 409 owning-organization
        Dora, of that partner   | Fleet Data        | 403 own-organization
        Ann, annotation manager | Label Partners    | 403 forbidden
        Dev, developer          | Delivery Partners | 404 not-found
        Otto, of no workspace   | Label Partners    | 404 not-found
        """)
    void removing(String who, String organization, String outcome) {
        cast.who(who)
                .delete(cast.at("collaborators/%s", cast.organization(organization)))
                .says(outcome);
    }

    @Test
    void whoseOrganizationIsRemovedFindsNothingWithTheNextRequest() {
        String link = cast.lena
                .post(cast.at("members"), Map.of("emails", List.of(stage.address("Nina")), "roles", List.of()))
                .at("/outcomes/0/link");
        Client key = stage.withNewKey(cast.lars, List.of(), List.of());
        assertThat(cast.ada
                        .get(cast.at("collaborators/%s/impact", cast.labelPartners))
                        .json()
                        .path("members")
                        .asInt())
                .isEqualTo(2);
        cast.ada.delete(cast.at("collaborators/%s", cast.labelPartners)).says("204");
        for (Client partner : List.of(cast.lena, cast.lars, key)) {
            partner.get("workspaces/" + cast.workspace).says("404 not-found");
            partner.get("projects/" + cast.streets).says("404 not-found");
            assertThat(partner.get("workspaces").items()).isEmpty();
        }
        assertThat(stage.nobody().get("invitations/" + Cast.token(link)).at("/state"))
                .isEqualTo("REVOKED");
        cast.ada.get(cast.at("collaborators/%s", cast.labelPartners)).says("404 not-found");
    }
}
