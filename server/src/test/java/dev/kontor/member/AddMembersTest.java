package dev.kontor.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M-01, M-05, M-06, M-07: adding members by e-mail address, by rank, into organizations whose people one sees. */
@Specification
class AddMembersTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private Answer add(Client who, String roles, UUID organization, String... emails) {
        Map<String, Object> wanted = new HashMap<>(Map.of("emails", List.of(emails), "roles", Cast.list(roles)));
        if (organization != null) wanted.put("organizationId", organization);
        return who.post(cast.at("members"), wanted);
    }

    @ParameterizedTest(name = "{0} adds somebody of {2} as {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | ADMIN                               | Acme              | 200
        Ada, admin              | ADMIN, DEVELOPER                    | Acme              | 200
        Dev, developer          | DEVELOPER                           | Acme              | 200
        Dev, developer          | ADMIN                               | Acme              | 403 rank
        Dev, developer          | ADMIN, DEVELOPER                    | Acme              | 403 rank
        Pia, project manager    | PROJECT_MANAGER, ANNOTATION_MANAGER | Acme              | 200
        Pia, project manager    | DEVELOPER                           | Acme              | 403 rank
        Ann, annotation manager | ANNOTATION_MANAGER                  | Acme              | 200
        Ann, annotation manager | PROJECT_MANAGER                     | Acme              | 403 rank
        Mo, member              | -                                   | Acme              | 403 forbidden
        Ada, admin              | ANNOTATION_MANAGER                  | Label Partners    | 200
        Ada, admin              | PROJECT_MANAGER                     | Label Partners    | 422 role-not-allowed-by-type
        Ada, admin              | PROJECT_MANAGER                     | Delivery Partners | 200
        Ada, admin              | -                                   | Elsewhere         | 422 not-a-collaborator
        Ada, admin              | OWNER                               | Acme              | 422 unacceptable
        Ada, admin              | KING                                | Acme              | 422 wrong-type
        Dev, developer          | -                                   | Label Partners    | 200
        Dev, developer          | -                                   | Delivery Partners | 422 not-a-collaborator
        Lena, partner's manager | ANNOTATION_MANAGER                  | Label Partners    | 200
        Lena, partner's manager | -                                   | Acme              | 422 not-a-collaborator
        Lars, partner's member  | -                                   | Label Partners    | 403 forbidden
        Petra, partner's        | PROJECT_MANAGER                     | Delivery Partners | 200
        Dora, partner's         | DEVELOPER                           | Fleet Data        | 200
        Dora, partner's         | ANNOTATION_MANAGER                  | Fleet Data        | 422 role-not-allowed-by-type
        Otto, of no workspace   | -                                   | Acme              | 404 not-found
        Rex, removed            | -                                   | Acme              | 404 not-found
        Sam, from elsewhere     | -                                   | Acme              | 404 not-found
        Lou, locked             | -                                   | Acme              | 401 not-signed-in
        """)
    void byRankAndType(String who, String roles, String organization, String outcome) {
        Answer answer = add(cast.who(who), roles, cast.organization(organization), stage.address("Newcomer"));
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
        if (answer.status() == 200) {
            assertThat(answer.at("/outcomes/0/outcome")).isEqualTo("INVITED");
            assertThat(answer.at("/outcomes/0/link")).startsWith("/invite/");
        }
    }

    @Test
    void knownColleaguesBecomeMembersAtOnce() {
        Client colleague = stage.person("Carla", cast.acme);
        Answer answer =
                add(cast.pia, "ANNOTATION_MANAGER", null, colleague.email().toUpperCase(Locale.ROOT));
        assertThat(answer.at("/outcomes/0/outcome")).isEqualTo("ADDED");
        assertThat(colleague.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
        assertThat(add(cast.pia, "-", null, colleague.email()).at("/outcomes/0/outcome"))
                .isEqualTo("ALREADY_MEMBER");
    }

    @ParameterizedTest(name = "O-01, M-06: {0} adds {1}, who is a member, as {2}: {3}, who then holds {4}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin              | Mo, member             | ANNOTATION_MANAGER | ROLES_ADDED    | MEMBER, ANNOTATION_MANAGER
        Ann, annotation manager | Mo, member             | ANNOTATION_MANAGER | ROLES_ADDED    | MEMBER, ANNOTATION_MANAGER
        Ada, admin              | Mo, member             | -                  | ALREADY_MEMBER | MEMBER
        Ada, admin              | Dev, developer         | DEVELOPER          | ALREADY_MEMBER | MEMBER, DEVELOPER
        Pia, project manager    | Dev, developer         | PROJECT_MANAGER    | ALREADY_MEMBER | MEMBER, DEVELOPER
        Dev, developer          | Dev, oneself           | PROJECT_MANAGER    | ALREADY_MEMBER | MEMBER, DEVELOPER
        """)
    void aSecondAdditionOfAMemberAddsItsRoles(String who, String whom, String roles, String outcome, String held) {
        Cast own = stage.cast();
        Answer answer = own.who(who)
                .post(own.at("members"), Map.of("emails", List.of(own.who(whom).email()), "roles", Cast.list(roles)))
                .says("200");
        assertThat(answer.at("/outcomes/0/outcome")).isEqualTo(outcome);
        assertThat(own.who(whom).get("workspaces/" + own.workspace).texts("/roles"))
                .containsExactlyInAnyOrderElementsOf(Cast.list(held));
    }

    @ParameterizedTest(name = "an address {0} gets the one outcome INVITED")
    @CsvSource({
        "that nobody has",
        "of an account elsewhere",
        "of a locked colleague",
        "of a partner whose people one does not see"
    })
    void whoeverTheAddressBelongsTo(String whose) {
        Client locked = stage.person("Lotte", cast.acme);
        stage.lock(locked);
        UUID organization = whose.contains("partner") ? cast.deliveryPartners : cast.acme;
        String email =
                switch (whose) {
                    case "that nobody has" -> stage.address("Unknown");
                    case "of an account elsewhere" -> cast.sam.email();
                    case "of a locked colleague" -> locked.email();
                    default -> stage.person("Paul", cast.deliveryPartners).email();
                };
        var outcome = add(cast.ada, "-", organization, email).ok().json().at("/outcomes/0");
        assertThat(outcome.path("outcome").asString()).isEqualTo("INVITED");
        assertThat(outcome.path("code").isNull() && outcome.path("detail").isNull())
                .isTrue();
    }

    @Test
    void oneBadAddressNeverSpoilsTheOthers() {
        Client colleague = stage.person("Carla", cast.acme);
        Answer answer =
                add(cast.ada, "-", null, "no address", colleague.email(), stage.address("Newcomer"), colleague.email());
        Stream<String> outcomes = Stream.of(0, 1, 2).map(i -> answer.at("/outcomes/%d/outcome".formatted(i)));
        assertThat(outcomes).containsExactlyInAnyOrder("REFUSED", "ADDED", "INVITED");
        assertThat(answer.json().path("outcomes").size()).isEqualTo(3);
    }

    @Test
    void theSameInviterRenewsAnOpenInvitationAndAddsTheRoles() {
        String email = stage.address("Newcomer");
        String first = add(cast.dev, "ANNOTATION_MANAGER", null, email).at("/outcomes/0/link");
        String second = add(cast.dev, "DEVELOPER", null, email).at("/outcomes/0/link");
        assertThat(second).isEqualTo(first);
        assertThat(stage.nobody().get("invitations/" + Cast.token(first)).texts("/roles"))
                .containsExactlyInAnyOrder("ANNOTATION_MANAGER", "DEVELOPER");
    }

    @Test
    void aLongListTakesAsManyStatementsAsAShortOne() {
        Answer few = add(cast.dev, "DEVELOPER", null, addresses(2)).says("200");
        String[] many = addresses(300);
        Answer first = add(cast.dev, "DEVELOPER", null, many).says("200");
        assertThat(first.observed().statements()).isEqualTo(few.observed().statements());
        String renewed = first.at("/outcomes/7/link");
        // some of them are renewed, some are new, and each has its own outcome
        System.arraycopy(addresses(100), 0, many, 200, 100);
        Answer again = add(cast.dev, "ANNOTATION_MANAGER", null, many).says("200");
        assertThat(again.observed().statements())
                .isLessThanOrEqualTo(few.observed().statements() + 1);
        assertThat(again.at("/outcomes/7/email") + " " + again.at("/outcomes/7/link"))
                .isEqualTo(many[7] + " " + renewed);
        assertThat(again.json()
                        .path("outcomes")
                        .valueStream()
                        .map(one -> one.path("email").asString()))
                .containsExactly(many);
        assertThat(stage.nobody().get("invitations/" + Cast.token(renewed)).texts("/roles"))
                .containsExactlyInAnyOrder("ANNOTATION_MANAGER", "DEVELOPER");
    }

    private String[] addresses(int count) {
        return Stream.generate(() -> stage.address("Newcomer")).limit(count).toArray(String[]::new);
    }

    @Test
    void anotherInvitersInvitationIsAnotherOneUnderTheirOwnRank() {
        String email = stage.address("Newcomer");
        String first = add(cast.dev, "DEVELOPER", null, email).at("/outcomes/0/link");
        String second = add(cast.ann, "ANNOTATION_MANAGER", null, email).at("/outcomes/0/link");
        assertThat(second).isNotEqualTo(first);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"emails": [], "roles": []}                                | 422 unacceptable emails
        {"roles": []}                                              | 422 field-missing emails
        {"emails": ["a@b.org"]}                                    | 422 field-missing roles
        {"emails": "a@b.org", "roles": []}                         | 422 wrong-type emails
        {"emails": ["a@b.org"], "roles": [0]}                      | 422 wrong-type roles[0]
        {"emails": ["a@b.org"], "roles": [], "organizationId": 1}  | 422 wrong-type organizationId
        """)
    void badInputNamesTheField(String body, String outcome) {
        Answer answer = cast.ada.post(cast.at("members"), body);
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @Test
    void atMostAThousandAreAddedAtOnce() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            many.add("x" + i + "@example.org");
        }
        add(cast.ada, "-", null, many.toArray(String[]::new)).says("422 unacceptable");
    }

    @ParameterizedTest(name = "{0} has a pasted list read: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Ann, annotation manager | 200
        Lena, partner's manager | 200
        Mo, member              | 200
        Sam, from elsewhere     | 404 not-found
        """)
    void aPastedListIsReadBeforeAnybodyIsAdded(String who, String said) {
        Answer answer = cast.who(who)
                .post(cast.at("members/addresses"), Map.of("text", "\"Lee, Ann\" <ann@acme.test>; hello"))
                .says(said);
        if (said.equals("200")) {
            assertThat(answer.at("/addresses/0/email") + " " + answer.at("/addresses/0/name"))
                    .isEqualTo("ann@acme.test Lee, Ann");
            assertThat(answer.texts("/unreadable")).containsExactly("hello");
        }
    }
}
