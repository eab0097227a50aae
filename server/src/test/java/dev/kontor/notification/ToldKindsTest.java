package dev.kontor.notification;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 10: what owners, offices, implicit members and accounts are told, and what of an invitation was left out. */
@Specification
class ToldKindsTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
        Client second = cast.dev;
        cast.olga
                .patch(cast.at("members/%s", second.id()), Map.of("roles", List.of("ADMIN")))
                .ok();
    }

    private List<String> told(Client who, NotificationKind kind) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return who.get("me/notifications?limit=200").ok().items().stream()
                .filter(one -> one.path("kind").asString().equals(kind.name()))
                .map(one -> one.path("text").asString())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} is told {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga passes the workspace to Ada      | Ada  | OWNERSHIP_RECEIVED     | Olga made you the owner of the workspace Acme vision.
        Olga passes the workspace to Ada      | Dev  | OWNERSHIP_TRANSFERRED  | Ada now owns the workspace Acme vision (Olga arranged it).
        Olga passes the workspace to Ada      | Ada  | OWNERSHIP_TRANSFERRED  | -
        Olga passes the workspace to Ada      | Olga | OWNERSHIP_TRANSFERRED  | -
        Olga passes the workspace to Ada      | Mo   | OWNERSHIP_TRANSFERRED  | -
        Otto names Ada for Olga, who is locked| Ada  | OWNERSHIP_RECEIVED     | Otto made you the owner of the workspace Acme vision.
        Otto names Ada for Olga, who is locked| Dev  | OWNERSHIP_TRANSFERRED  | Ada now owns the workspace Acme vision (Otto arranged it).
        Otto names Ada for Olga, who is locked| Lena | OWNERSHIP_TRANSFERRED  | -
        Otto appoints Mo                      | Mo   | OFFICE_CHANGED         | Otto made you an administrator of Acme.
        Otto appoints Mo                      | Ada  | OFFICE_CHANGED         | -
        Otto appoints and dismisses Mo        | Mo   | OFFICE_CHANGED         | Otto made you an ordinary user, no longer an administrator, of Acme.
        Otto makes a link for Mo              | Mo   | PASSWORD_RESET_OFFERED | Otto made a one-time link to a new password for you, and hands it to you themselves. If you did not ask for it, talk to them.
        Otto makes a link for Mo              | Otto | PASSWORD_RESET_OFFERED | -
        Otto makes a link for Mo              | Ada  | PASSWORD_RESET_OFFERED | -
        """)
    void whoIsTold(String what, String who, NotificationKind kind, String sentence) {
        does(what);
        List<String> told = told(cast.who(who), kind);
        if (sentence.equals("-")) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).contains(sentence);
        }
    }

    private void does(String what) {
        switch (what) {
            case "Olga passes the workspace to Ada" ->
                cast.olga
                        .put(cast.at("ownership"), Map.of("userId", cast.ada.id(), "password", Stage.PASSWORD))
                        .says("204");
            case "Otto names Ada for Olga, who is locked" -> {
                user(cast.olga, Map.of("locked", true));
                cast.otto
                        .put(
                                "organizations/" + cast.acme + "/workspaces/" + cast.workspace + "/owner",
                                Map.of("userId", cast.ada.id()))
                        .ok();
            }
            case "Otto appoints Mo" -> user(cast.mo, Map.of("administrator", true));
            case "Otto appoints and dismisses Mo" -> {
                user(cast.mo, Map.of("administrator", true));
                user(cast.mo, Map.of("administrator", false));
            }
            default -> link(cast.mo);
        }
    }

    private void user(Client whom, Map<String, Object> change) {
        cast.otto
                .patch("organizations/" + cast.acme + "/users/" + whom.id(), change)
                .ok();
    }

    private String link(Client whom) {
        return Cast.token(cast.otto
                .send("POST", "organizations/" + cast.acme + "/users/" + whom.id() + "/password-reset", null, Map.of())
                .says("201")
                .at("/link"));
    }

    @Test
    void aPasswordThatWasSetAnewIsToldToWhoeverItIs() {
        stage.nobody()
                .post("password-resets/" + link(cast.mo), Map.of("password", Stage.PASSWORD))
                .says("204");
        Answer entered = stage.nobody().post("session", Map.of("email", cast.mo.email(), "password", Stage.PASSWORD));
        Client mo = stage.withSession(
                new Client.Identity(cast.mo.id(), "Mo", cast.mo.email(), cast.acme), entered.cookie("KONTOR_SESSION"));
        assertThat(told(mo, NotificationKind.PASSWORD_RESET))
                .containsExactly(
                        "Your password was set anew by a one-time link, and every session was ended. If that was"
                                + " not you, turn to your organization's administrator at once.");
        assertThat(told(cast.otto, NotificationKind.PASSWORD_RESET)).isEmpty();
    }

    /** M-09: Acme owns one workspace, and whoever joins Acme is its member. */
    @Test
    void whoBecomesAMemberByTheirOrganizationIsTold() {
        String email = stage.address("Nina");
        String token = Cast.token(cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link"));
        Answer joined = stage.nobody()
                .post(
                        "invitations/" + stage.mailed(token) + "/acceptance",
                        Map.of("name", "Nina", "password", Stage.PASSWORD))
                .ok();
        Client nina = stage.withSession(
                new Client.Identity(new UUID(0, 0), "Nina", email, cast.acme), joined.cookie("KONTOR_SESSION"));
        assertThat(told(nina, NotificationKind.ADMITTED_TO_WORKSPACE))
                .containsExactly(
                        "You are a member of the workspace Acme vision, because your organization's people become"
                                + " members of it by themselves.");
        assertThat(told(cast.ada, NotificationKind.ADMITTED_TO_WORKSPACE)).isEmpty();
    }

    @ParameterizedTest(name = "O-01: {0}; {1} is told that it left out: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Petra gives Streets, and her organization lost it                    | Petra | Streets
        Dora gives all projects, and her organization has one left           | Dora  | full access
        Ada gives types and roles, and is a project manager now              | Ada   | data partner, developer
        Dev gives Crossings, and it is in the trash                          | Dev   | Crossings
        """)
    void whatCouldNotBeGivenAnyMoreIsToldToTheInviter(String what, String inviter, String leftOut) {
        Client newcomer = stage.stranger("Nils");
        String token = Cast.token(cast.who(inviter)
                .post(cast.at("collaborators"), invitation(what, newcomer))
                .ok()
                .at("/invitation/link"));
        weaken(what);
        newcomer.post("invitations/" + token + "/acceptance", Map.of()).ok();
        assertThat(told(cast.who(inviter), NotificationKind.INVITATION_ACCEPTED))
                .anySatisfy(text ->
                        assertThat(text).endsWith("Left out, because you could no longer give it: " + leftOut + "."));
    }

    private Map<String, Object> invitation(String what, Client newcomer) {
        List<String> types = what.startsWith("Petra")
                ? List.of("ANNOTATION_PARTNER")
                : what.startsWith("Dora") || what.startsWith("Dev")
                        ? List.of("DATA_PARTNER")
                        : List.of("DATA_PARTNER", "ANNOTATION_PARTNER");
        return Map.of(
                "types",
                types,
                "email",
                newcomer.email(),
                "roles",
                what.startsWith("Ada") ? List.of("DEVELOPER", "ANNOTATION_MANAGER") : List.of(),
                "projectAccess",
                what.startsWith("Petra")
                        ? List.of(cast.streets)
                        : what.startsWith("Dev")
                                ? List.of(cast.crossings)
                                : what.startsWith("Dora") ? "FULL" : List.of());
    }

    private void weaken(String what) {
        switch (what.split(" ")[0]) {
            case "Petra" ->
                cast.olga
                        .patch(
                                cast.at("collaborators/%s", cast.deliveryPartners),
                                Map.of("projectAccess", Map.of("grant", List.of(), "withdraw", List.of(cast.streets))))
                        .ok();
            case "Dora" ->
                cast.olga
                        .patch(
                                cast.at("collaborators/%s", cast.fleetData),
                                Map.of("projectAccess", Map.of("grant", List.of(cast.streets), "withdraw", List.of())))
                        .ok();
            case "Dev" -> cast.ada.delete("projects/" + cast.crossings).ok();
            default ->
                cast.olga
                        .patch(cast.at("members/%s", cast.ada.id()), Map.of("roles", List.of("PROJECT_MANAGER")))
                        .ok();
        }
    }
}
