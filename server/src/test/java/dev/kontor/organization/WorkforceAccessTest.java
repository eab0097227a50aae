package dev.kontor.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-04: workforce access is given and withdrawn by the organization that is seen; what it shows follows at once. */
@Specification
class WorkforceAccessTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String access(UUID organization) {
        return "organizations/" + organization + "/workforce-access";
    }

    private String code(Client administrator) {
        return administrator
                .get("organizations/" + administrator.organizationId())
                .ok()
                .at("/code");
    }

    private Answer letSee(Client who, Client seer) {
        return who.post(access(who.organizationId()), Map.of("code", code(seer)));
    }

    private Answer hide(Client who, UUID seer) {
        return who.delete(access(who.organizationId()) + "/" + seer);
    }

    @ParameterizedTest(name = "{0} lets Acme see the people of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Petra, its administrator     | Delivery Partners | 201
        Lena, another one's          | Delivery Partners | 404 not-found
        Otto, of those who would see | Delivery Partners | 404 not-found
        Ada, workspace admin         | Delivery Partners | 404 not-found
        Lars, no administrator       | Label Partners    | 404 not-found
        Lou, who is locked           | Acme              | 401 not-signed-in
        nobody                       | Delivery Partners | 401 not-signed-in
        """)
    void theSeenOrganizationGives(String who, String seen, String outcome) {
        cast.who(who)
                .post(access(cast.organization(seen)), Map.of("code", code(cast.otto)))
                .says(outcome);
    }

    @ParameterizedTest(name = "{0} withdraws what Label Partners gave Acme: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Lena, its administrator      | 204
        Petra, another one's         | 404 not-found
        Otto, of those who see       | 404 not-found
        Lars, no administrator       | 404 not-found
        nobody                       | 401 not-signed-in
        """)
    void theSeenOrganizationWithdraws(String who, String outcome) {
        cast.who(who).delete(access(cast.labelPartners) + "/" + cast.acme).says(outcome);
        assertThat(look("members", "Lars")).isEqualTo(outcome.equals("204") ? "-" : "Lars");
    }

    @ParameterizedTest(
            name = "{0}: Dev of Acme finds {2} before, {3} when Delivery Partners let Acme see, {2} afterwards")
    @CsvSource(delimiter = '|', textBlock = """
        members                    | Petra             | -                  | Petra
        one member                 | Petra             | 404                | Petra
        members to add, M-07       | Delivery Partners | -                  | Delivery Partners
        addresses to add, M-07     | Nina              | INVITED            | ADDED
        collaborators, K-03        | Delivery Partners | -                  | Delivery Partners
        one collaborator           | Delivery Partners | 404                | Delivery Partners
        who may be chosen, C-10    | Petra             | -                  | Petra
        the creator of a project   | Petra             | a partner's member | Petra
        """)
    void whatItShowsFollowsAtOnce(String place, String name, String hidden, String shown) {
        assertThat(look(place, name)).isEqualTo(hidden);
        letSee(cast.petra, cast.otto).says("201");
        assertThat(look(place, name)).isEqualTo(shown);
        hide(cast.petra, cast.acme).says("204");
        assertThat(look(place, name)).isEqualTo(hidden);
    }

    /** What Dev finds of somebody, or of an organization, in one place. */
    private String look(String place, String name) {
        return switch (place.split(",")[0]) {
            case "members" -> only(cast.dev.get(cast.at("members?q=" + name.toLowerCase())), "/user/name");
            case "one member" -> one(cast.dev.get(cast.at("members/%s", cast.petra.id())), "/user/name");
            case "members to add" -> among(cast.dev.get(cast.at("members/options")), name);
            case "addresses to add" -> added();
            case "collaborators" -> among(cast.dev.get(cast.at("collaborators")), name);
            case "one collaborator" ->
                one(cast.dev.get(cast.at("collaborators/%s", cast.deliveryPartners)), "/organization/name");
            case "who may be chosen" ->
                only(cast.pia.get("projects/" + cast.crossings + "/candidates?q=" + name.toLowerCase()), "/name");
            case "the creator of a project" -> creator();
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static String only(Answer list, String pointer) {
        List<String> found = list.ok().items(pointer);
        return found.isEmpty() ? "-" : String.join(", ", found);
    }

    private static String one(Answer answer, String pointer) {
        return answer.status() == 404 ? "404" : answer.ok().at(pointer);
    }

    private static String among(Answer answer, String name) {
        return answer.ok().text().contains(name) ? name : "-";
    }

    private String added() {
        Client nina = stage.person("Nina", cast.deliveryPartners);
        return cast.ada
                .post(
                        cast.at("members"),
                        Map.of(
                                "emails",
                                List.of(nina.email()),
                                "roles",
                                List.of(),
                                "organizationId",
                                cast.deliveryPartners))
                .ok()
                .at("/outcomes/0/outcome");
    }

    private String creator() {
        UUID project = stage.project(cast.petra, cast.workspace, "Deliveries", "SHARED", cast.petra);
        cast.petra.patch("projects/" + project, Map.of("visibility", "PUBLIC")).ok();
        return cast.pia.get("projects/" + project).ok().at("/creator/name");
    }

    @Test
    void withdrawingEndsNoMembership() {
        hide(cast.lena, cast.acme).says("204");
        assertThat(cast.lars.get("workspaces/" + cast.workspace).says("200").texts("/roles"))
                .containsExactly("MEMBER");
        assertThat(cast.lena.get(cast.at("members?q=lars")).items("/user/name")).containsExactly("Lars");
    }

    @Test
    void itGoesOneWay() {
        letSee(cast.petra, cast.otto).says("201");
        assertThat(cast.petra.get(cast.at("members?q=dev")).items()).isEmpty();
    }

    @Test
    void anOrganizationThatLetsSeeCanBePicked() {
        assertThat(cast.dev.get(cast.at("collaborators/options")).text()).doesNotContain(cast.elsewhere.toString());
        letSee(cast.sam, cast.otto).says("201");
        assertThat(cast.dev.get(cast.at("collaborators/options")).text()).contains(cast.elsewhere.toString());
        cast.dev.post(cast.at("collaborators"), picking(cast.elsewhere)).says("201");
        hide(cast.sam, cast.acme).says("204");
        assertThat(cast.dev.get(cast.at("collaborators/options")).text()).doesNotContain(cast.elsewhere.toString());
    }

    private static Map<String, Object> picking(UUID organization) {
        return Map.of("types", List.of("DATA_PARTNER"), "organizationId", organization, "projectAccess", List.of());
    }

    @Test
    void bothSidesAreListed() {
        assertThat(cast.otto.get(access(cast.acme) + "?direction=SEES").items("/organization/name"))
                .containsExactly("Label Partners");
        assertThat(cast.otto.get(access(cast.acme) + "?direction=SEES").items("/grantedBy"))
                .containsExactly("");
        assertThat(cast.lena
                        .get(access(cast.labelPartners) + "?direction=SEEN_BY")
                        .items("/organization/name"))
                .containsExactly("Acme");
        assertThat(cast.lena
                        .get(access(cast.labelPartners) + "?direction=SEEN_BY")
                        .items("/grantedBy"))
                .containsExactly("Lena");
        assertThat(cast.otto.get(access(cast.acme) + "?direction=SEEN_BY").items())
                .isEmpty();
        assertThat(cast.otto.get(access(cast.acme) + "?direction=UP").saidAbout())
                .isEqualTo("422 wrong-type direction");
        assertThat(cast.lena.get(access(cast.labelPartners)).items("/direction"))
                .containsExactly("SEEN_BY");
    }

    @ParameterizedTest(name = "Otto sends {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"code": "0123-4567-89ab-cdef-0123-4567"}                   | 422 unknown-code code
        {"code": ""}                                                | 422 unknown-code code
        {"code": "OWN"}                                             | 422 own-code code
        {}                                                          | 422 unacceptable code
        {"code": "x", "organizationId": "ELSEWHERE"}                | 422 unacceptable code
        {"organizationId": "LABEL PARTNERS"}                        | 201
        {"organizationId": "ELSEWHERE"}                             | 422 not-nameable organizationId
        {"organizationId": "00000000-0000-7000-8000-000000000000"}  | 422 not-nameable organizationId
        """)
    void onlyWhatOneWasToldIsNamed(String body, String outcome) {
        String real = body.replace("OWN", code(cast.otto))
                .replace("LABEL PARTNERS", cast.labelPartners.toString())
                .replace("ELSEWHERE", cast.elsewhere.toString());
        Answer answer = cast.otto.post(access(cast.acme), real);
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @Test
    void thePickerOffersWhomOneKnowsAnyway() {
        // Petra's people work in Acme's workspace; that Label Partners do so too is none of her business (K-03)
        assertThat(cast.petra.get(access(cast.deliveryPartners) + "/options").texts("/organizations"))
                .hasSize(1);
        assertThat(cast.petra.get(access(cast.deliveryPartners) + "/options").at("/organizations/0/name"))
                .isEqualTo("Acme");
        assertThat(cast.sam.get(access(cast.elsewhere) + "/options").texts("/organizations"))
                .isEmpty();
    }

    @Test
    void aCodeIsTypedAsOneLikesAndDiesWhenRenewed() {
        String code = code(cast.otto);
        String shown = code.toUpperCase().replaceAll("(.{4})(?=.)", "$1-");
        cast.petra
                .post(access(cast.deliveryPartners), Map.of("code", " " + shown))
                .says("201");
        cast.dora
                .send("POST", "organizations/" + cast.acme + "/code", null, Map.of())
                .says("404 not-found");
        Answer renewed = cast.otto
                .send("POST", "organizations/" + cast.acme + "/code", null, Map.of())
                .says("200");
        assertThat(renewed.at("/code")).isNotEqualTo(code).hasSize(24);
        cast.dora.post(access(cast.fleetData), Map.of("code", code)).says("422 unknown-code");
        assertThat(look("members", "Petra")).isEqualTo("Petra");
    }

    @Test
    void whatWasNeverGivenIsNotWithdrawn() {
        hide(cast.otto, cast.labelPartners).says("404 not-found");
        hide(cast.otto, UUID.randomUUID()).says("404 not-found");
    }

    @RepeatedTest(value = 5, name = "given twice at once, it is given once ({currentRepetition})")
    void givenTwiceAtOnce() throws Exception {
        String code = code(cast.otto);
        assertThat(Together.said(
                        () -> cast.petra.post(access(cast.deliveryPartners), Map.of("code", code)),
                        () -> cast.petra.post(access(cast.deliveryPartners), Map.of("code", code))))
                .containsOnly("201");
        assertThat(cast.petra
                        .get(access(cast.deliveryPartners) + "?direction=SEEN_BY")
                        .items())
                .hasSize(1);
    }
}
