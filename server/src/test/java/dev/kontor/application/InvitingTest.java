package dev.kontor.application;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * T-12, T-13, O-14: who invites whom to a PRIVATE dataset of Pia's in Streets, on which Dora is ADMIN, Dev EDITOR and Mo VIEWER:
 * by picking, by address and by link; and how long links live.
 */
@Specification
class InvitingTest extends SharedDataset {
    private Answer pick(Client who, Client whom, String level) {
        return who.post(at("invitations"), Map.of("users", List.of(whom.id()), "level", level));
    }

    @Test
    void whatBecameOfItsMailIsShownWithAnInvitation() {
        String email = stage.address("Nele");
        cast.pia
                .post(at("invitations"), Map.of("emails", List.of(email), "level", "USER"))
                .ok();
        linked(cast.pia, "VIEWER");
        stage.eventually(() -> cast.pia.get(at("links")).ok().items().stream()
                .filter(link -> link.at("/email").asString("").equals(email))
                .filter(link -> link.at("/mail/state").asString("").equals("SENT"))
                .findFirst());
        assertThat(cast.pia.get(at("links")).ok().items().stream()
                        .filter(link -> link.at("/email").isNull())
                        .map(link -> link.at("/mail").isNull()))
                .containsExactly(true);
    }

    @ParameterizedTest(name = "{0} picks {1} as {2}: {3}, who then holds {4}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner   | Ann, who sees the project        | EDITOR | GRANTED                           | EDITOR
        Dora, dataset admin  | Dev, whom she cannot see         | ADMIN  | REFUSED unknown-member            | EDITOR
        Ada, workspace admin | Mo, who holds less               | EDITOR | GRANTED                           | EDITOR
        Pia, dataset owner   | Dev, who holds as much           | USER   | HELD                              | EDITOR
        Dev, granted EDITOR  | Ann, who sees the project        | EDITOR | ASKED                             | PREVIEWER
        Mo, granted VIEWER   | Ann, who sees the project        | VIEWER | ASKED                             | PREVIEWER
        Pia, who edits it    | Lars, who does not see it        | USER   | GRANTED                           | USER
        Dev, no editor of it | Lars, who does not see it        | USER   | ASKED                             | 404 not-found
        Pia, dataset owner   | Lou, who is locked               | USER   | REFUSED unknown-member            | 401 not-signed-in
        Pia, dataset owner   | Petra, whom she cannot see       | USER   | REFUSED unknown-member            | PREVIEWER
        Pia, dataset owner   | Sam, from elsewhere              | USER   | REFUSED unknown-member            | 404 not-found
        """)
    void picks(String who, String whom, String level, String outcome, String then) {
        stage.sql()
                .deleteFrom(PROJECT_MEMBER)
                .where(PROJECT_MEMBER.USER_ID.eq(cast.lars.id()))
                .execute();
        Answer answer = pick(cast.who(who), cast.who(whom), level).ok();
        String said = (answer.json().at("/outcomes/0/outcome").asString("") + " "
                        + answer.json().at("/outcomes/0/code").asString(""))
                .strip();
        assertThat(said).isEqualTo(outcome);
        assertThat(levelOf(cast.who(whom))).isEqualTo(then);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Dev, granted EDITOR     | picks Ann as ADMIN    | 403 level-above-own
        Mo, granted VIEWER      | picks Ann as USER     | 403 level-above-own
        Pia, dataset owner      | picks Ann as OWNER    | 409 owner-level
        Ann, sees the project   | picks Ann as VIEWER   | 403 forbidden
        Lena, sees the project  | picks Ann as VIEWER   | 403 forbidden
        Lars, sees nothing      | picks Ann as VIEWER   | 404 not-found
        Sam, from elsewhere     | picks Ann as VIEWER   | 404 not-found
        Pia, dataset owner      | links to ADMIN        | 422 link-level
        Pia, dataset owner      | links to EDITOR       | 201
        Dev, granted EDITOR     | links to EDITOR       | 201
        Mo, granted VIEWER      | links to USER         | 403 level-above-own
        Lena, sees the project  | links to PREVIEWER    | 403 forbidden
        Sam, from elsewhere     | links to PREVIEWER    | 404 not-found
        Mo, granted VIEWER      | sees the links of     | 200
        Lena, sees the project  | sees the links of     | 403 forbidden
        Mo, granted VIEWER      | sees applications to  | 200
        Sam, from elsewhere     | sees applications to  | 404 not-found
        Dev, granted EDITOR     | sees whom to pick for | 200
        Lena, sees the project  | sees whom to pick for | 403 forbidden
        """)
    void mayInvite(String who, String what, String outcome) {
        Client client = cast.who(who);
        String level = what.substring(what.lastIndexOf(' ') + 1);
        Answer answer =
                switch (what.split(" ")[0]) {
                    case "picks" -> pick(client, cast.ann, level);
                    case "links" -> link(client, level);
                    default ->
                        client.get(at(
                                what.contains("links")
                                        ? "links"
                                        : what.contains("pick") ? "invitees" : "applications"));
                };
        assertThat(answer.said()).isEqualTo(outcome);
    }

    /** T-03, T-13: what everybody holds is no level to invite with. */
    @Test
    void visibilityLetsNobodyInvite() {
        UUID shared = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Everybody " + UUID.randomUUID()))
                .ok()
                .id();
        assertThat(cast.ann.get("datasets/" + shared).ok().texts("/can")).doesNotContain("DATASET_INVITE");
        cast.ann.post("datasets/" + shared + "/links", Map.of("level", "USER")).says("403 forbidden");
        cast.ada.send("PUT", "datasets/" + shared + "/opening", null, Map.of()).says("200");
        cast.sam.post("datasets/" + shared + "/links", Map.of("level", "USER")).says("403 forbidden");
    }

    @Test
    void aLinkOfAnAdminGivesItsLevelToMembersAtOnce() {
        Answer made = link(cast.pia, "EDITOR").says("201");
        String token = Cast.token(made.at("/link"));
        assertThat(cast.ann.get("dataset-links/" + token).ok().at("/level")).isEqualTo("EDITOR");
        assertThat(follow(cast.ann, token).says("200").at("/result")).isEqualTo("GRANTED");
        assertThat(levelOf(cast.ann)).isEqualTo("EDITOR");
        assertThat(follow(cast.ann, token).says("200").at("/result")).isEqualTo("HELD");
        // O-14: Pia edits the project, so her link chooses those who do not see it
        assertThat(follow(cast.lars, token).says("200").at("/result")).isEqualTo("GRANTED");
        assertThat(levelOf(cast.lars)).isEqualTo("EDITOR");
        // the secret is shown once, and kept as a digest
        Answer list = cast.pia.get(at("links")).ok();
        assertThat(list.items("/link")).containsExactly("");
        assertThat(list.items("/state")).containsExactly("OPEN");
        assertThat(cast.dora.get(at("links")).ok().items()).hasSize(1);
        assertThat(cast.mo.get(at("links")).ok().items()).isEmpty();
        cast.mo.delete(at("links/" + made.id())).says("404 not-found");
        cast.dora.delete(at("links/" + made.id())).says("204");
        follow(cast.mo, token).says("404 not-found");
        cast.nobody.get("dataset-links/" + token).says("404 not-found");
    }

    @Test
    void aLinkForWhoeverHasItNeedsAnAccountFirst() {
        String token = linked(cast.pia, "USER");
        assertThat(cast.nobody.get("dataset-links/" + token).ok().at("/account"))
                .isEqualTo("SIGNED_OUT");
        follow(cast.nobody, token).says("401 not-signed-in");
        stage.withNewKey(cast.ann, List.of(), List.of())
                .post("dataset-links/" + token + "/application", Map.of())
                .says("403 browser-only");
    }

    /** O-14: whoever may edit the project is asked, where the inviter may not; a PRIVATE one lets nobody in. */
    @Test
    void whoDoesNotSeeTheProjectIsChosenOrRefused() {
        stage.sql()
                .deleteFrom(PROJECT_MEMBER)
                .where(PROJECT_MEMBER.USER_ID.eq(cast.lars.id()))
                .execute();
        String token = linked(cast.dora, "USER");
        assertThat(follow(cast.lars, token).says("200").at("/result")).isEqualTo("ASKED");
        String id = application(cast.lars);
        told(cast.pia, id, "CHOOSING_ASKED");
        String choosing = "projects/" + cast.streets + "/applications/" + id;
        cast.mo.send("POST", choosing + "/approval", null, Map.of()).says("403 forbidden");
        cast.sam.send("POST", choosing + "/approval", null, Map.of()).says("404 not-found");
        cast.pia.send("POST", choosing + "/approval", null, Map.of()).says("204");
        assertThat(levelOf(cast.lars)).isEqualTo("USER");

        dataset = dataset(cast.plans);
        Answer refused = pick(cast.pia, cast.mo, "USER").ok();
        assertThat(refused.json().at("/outcomes/0/code").asString("")).isEqualTo("project-is-private");
        String closed = linked(cast.pia, "USER");
        follow(cast.mo, closed).says("409 project-is-private");
        follow(cast.sam, closed).says("409 project-is-private");
        dataset = dataset(cast.crossings);
        assertThat(pick(cast.pia, cast.lena, "USER")
                        .ok()
                        .json()
                        .at("/outcomes/0/code")
                        .asString(""))
                .isEqualTo("organization-lacks-project");
    }

    /** T-05, T-13: what came from a role, or counts only while one may act, is asked when the link is followed. */
    @Test
    void linksRestWhileTheirMakerMayNotInvite() {
        Client max = stage.person("Max", cast.acme);
        cast.olga
                .post(cast.at("members"), Map.of("emails", List.of(max.email()), "roles", List.of("ADMIN")))
                .ok();
        String token = linked(max, "EDITOR");
        cast.olga
                .patch(cast.at("members/%s", max.id()), Map.of("roles", List.of()))
                .ok();
        follow(cast.ann, token).says("404 not-found");
        assertThat(cast.pia.get(at("links")).ok().items("/state")).containsExactly("ENDED");
        level(max, "EDITOR");
        String own = linked(max, "EDITOR");
        stage.lock(max);
        follow(cast.ann, own).says("404 not-found");
    }

    @Test
    void linksDieWithWhatTheirMakerHolds() {
        String token = linked(cast.dev, "EDITOR");
        level(cast.dev, "VIEWER");
        follow(cast.ann, token).says("404 not-found");
        level(cast.dev, "EDITOR");
        follow(cast.ann, token).says("404 not-found");
        String other = linked(cast.dev, "VIEWER");
        cast.pia.delete(at("members/" + cast.dev.id())).says("204");
        follow(cast.ann, other).says("404 not-found");
    }

    @Test
    void aLinkLivesADayOrAsLongAsItsMakerSays() {
        cast.pia.post(at("links"), Map.of("level", "USER", "hours", 0)).says("422 unacceptable");
        cast.pia.post(at("links"), Map.of("level", "USER", "hours", 10_000)).says("422 unacceptable");
        String token = Cast.token(cast.pia
                .post(at("links"), Map.of("level", "USER", "hours", 2))
                .says("201")
                .at("/link"));
        stage.sql()
                .update(DATASET_LINK)
                .set(DATASET_LINK.EXPIRES_AT, java.time.Instant.now().minusSeconds(1))
                .where(DATASET_LINK.DATASET_ID.eq(dataset))
                .execute();
        follow(cast.ann, token).says("404 not-found");
    }
}
