package dev.kontor.notification;

import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Section 10: people are told what concerns them, once, after it was committed; nobody else is. */
@Specification
class NotificationTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.castByRest();
        allIsTold();
    }

    /** Waits until the outbox is empty, so that what is not there will not come. */
    private void allIsTold() {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT) ? Optional.empty() : Optional.of(true));
    }

    private List<String> told(Client who, NotificationKind kind) {
        allIsTold();
        return who.get("me/notifications?limit=200").ok().items().stream()
                .filter(one -> one.path("kind").asString().equals(kind.name()))
                .map(one -> one.path("text").asString())
                .toList();
    }

    private JsonNode one(Client who, NotificationKind kind) {
        allIsTold();
        return who.get("me/notifications").ok().items().stream()
                .filter(one -> one.path("kind").asString().equals(kind.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverIsAddedChangedOrRemovedHearsOfItByName() {
        assertThat(told(cast.mo, NotificationKind.ADDED_TO_WORKSPACE))
                .containsExactly("Olga added you to the workspace Acme vision.");
        assertThat(told(cast.dev, NotificationKind.ADDED_TO_WORKSPACE))
                .containsExactly("Olga added you to the workspace Acme vision as developer.");
        cast.ada
                .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of("DEVELOPER", "PROJECT_MANAGER")))
                .ok();
        cast.ada
                .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of()))
                .ok();
        assertThat(told(cast.mo, NotificationKind.ROLES_CHANGED))
                .containsExactly(
                        "Ada changed your roles in Acme vision: you are now a member without further roles.",
                        "Ada changed your roles in Acme vision: you are now developer, project manager.");
        assertThat(told(cast.rex, NotificationKind.REMOVED_FROM_WORKSPACE))
                .containsExactly("Olga removed you from the workspace Acme vision.");
        // who did it knows
        cast.ada
                .patch(cast.at("members/%s", cast.ada.id()), Map.of("roles", List.of()))
                .ok();
        assertThat(told(cast.ada, NotificationKind.ROLES_CHANGED)).isEmpty();
    }

    @Test
    void aStrippedRoleIsTold() {
        cast.ada
                .patch(cast.at("collaborators/%s", cast.deliveryPartners), Map.of("types", List.of("DATA_PARTNER")))
                .ok();
        assertThat(told(cast.petra, NotificationKind.ROLES_CHANGED))
                .containsExactly("Ada changed your roles in Acme vision: you are now a member without further roles.");
        Client second = stage.person("Paul", cast.deliveryPartners, true);
        cast.ada
                .patch(cast.at("collaborators/%s", cast.deliveryPartners), Map.of("types", List.of("PRODUCER_PARTNER")))
                .ok();
        // Paul's organization may not see Acme's people, and Ada did not address him
        assertThat(told(second, NotificationKind.COLLABORATION_CHANGED))
                .containsExactly("Your organization is now producer partner in the workspace Acme vision (changed by a"
                        + " partner's member).");
    }

    @Test
    void theInviterHearsWhoAcceptedAndWhatWasLeftOut() {
        assertThat(told(cast.olga, NotificationKind.INVITATION_ACCEPTED))
                .contains("Lena accepted your invitation to Acme vision as annotation manager.");
        Client max = stage.person("Max", cast.fleetData);
        Answer invited = cast.ada
                .post(
                        cast.at("members"),
                        Map.of(
                                "emails", List.of(max.email()),
                                "roles", List.of("DEVELOPER"),
                                "organizationId", cast.fleetData))
                .ok();
        cast.olga
                .patch(cast.at("members/%s", cast.ada.id()), Map.of("roles", List.of("PROJECT_MANAGER")))
                .ok();
        String token = Cast.token(invited.at("/outcomes/0/link"));
        max.post("invitations/" + token + "/acceptance", Map.of()).ok();
        assertThat(told(cast.ada, NotificationKind.INVITATION_ACCEPTED))
                .containsExactly(
                        "Max accepted your invitation to Acme vision. Left out, because you could no longer give it:"
                                + " developer.");
    }

    @Test
    void bothOrganizationsAdministratorsHearOfACollaboration() {
        assertThat(told(cast.otto, NotificationKind.COLLABORATION_BEGAN))
                .contains(
                        "Label Partners is now a collaborator in the workspace Acme vision, as annotation partner"
                                + " (arranged by Lena).",
                        "Delivery Partners is now a collaborator in the workspace Acme vision, as producer partner"
                                + " (arranged by a partner's member).");
        assertThat(told(cast.lena, NotificationKind.COLLABORATION_BEGAN)).isEmpty();
        assertThat(told(cast.olga, NotificationKind.COLLABORATION_BEGAN)).isEmpty();
        assertThat(told(cast.lena, NotificationKind.WORKFORCE_ACCESS_GRANTED)).isEmpty();
        assertThat(told(cast.otto, NotificationKind.WORKFORCE_ACCESS_GRANTED))
                .containsExactly("Label Partners lets your organization's people see and pick its people.");
        cast.ada.delete(cast.at("collaborators/%s", cast.labelPartners)).ok();
        assertThat(told(cast.lena, NotificationKind.COLLABORATION_ENDED))
                .containsExactly(
                        "Your organization no longer takes part in the workspace Acme vision; 2 of its people left it"
                                + " (removed by a partner's member).");
    }

    @Test
    void administratorsAreAskedToBringInAndActFromThere() {
        Client second = stage.person("Leo", cast.labelPartners, true);
        String email = stage.address("Newcomer");
        var wanted = Map.of("emails", List.of(email), "roles", List.of(), "organizationId", cast.labelPartners);
        cast.ada.post(cast.at("members"), wanted).ok();
        cast.ada.post(cast.at("members"), wanted).ok();
        assertThat(told(cast.lena, NotificationKind.BRING_IN))
                .as("asked once, though wanted twice")
                .containsExactly(
                        "Ada asks you to bring " + email + " into your organization, for the workspace Acme vision.");
        assertThat(told(cast.otto, NotificationKind.BRING_IN)).isEmpty();
        assertThat(told(cast.lars, NotificationKind.BRING_IN)).isEmpty();

        JsonNode action = one(cast.lena, NotificationKind.BRING_IN).at("/actions/0");
        assertThat(action.path("name").asString()).isEqualTo("INVITE");
        cast.lena
                .send(
                        action.path("method").asString(),
                        action.path("path").asString(),
                        action.path("body").toString(),
                        Map.of())
                .ok();
        for (Client asked : List.of(cast.lena, second)) {
            JsonNode settled = stage.eventually(() -> Optional.of(one(asked, NotificationKind.BRING_IN))
                    .filter(n -> n.path("outcome").asString("").equals("INVITED")));
            assertThat(settled.path("actions")).isEmpty();
            assertThat(settled.path("read").asBoolean()).isTrue();
        }
    }

    @Test
    void nobodyIsAskedToBringInWhomTheInviterBringsInAlready() {
        Client boss = stage.person("Bo", cast.acme, true);
        cast.olga
                .post(cast.at("members"), Map.of("emails", List.of(boss.email()), "roles", List.of("ADMIN")))
                .ok();
        boss.post(cast.at("members"), Map.of("emails", List.of(stage.address("New")), "roles", List.of()))
                .ok();
        assertThat(told(cast.otto, NotificationKind.BRING_IN)).isEmpty();
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(stage.address("New")), "roles", List.of()))
                .ok();
        assertThat(told(cast.otto, NotificationKind.BRING_IN)).hasSize(1);
        assertThat(told(boss, NotificationKind.BRING_IN)).hasSize(1);
    }

    @Test
    void adminsAreAskedToRenewWhatItsInviterCouldMakeNoMore() {
        String email = stage.address("Newcomer");
        cast.pia
                .post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of()))
                .ok();
        cast.ada
                .patch(cast.at("members/%s", cast.pia.id()), Map.of("roles", List.of("ANNOTATION_MANAGER")))
                .ok();
        assertThat(told(cast.ada, NotificationKind.INVITATION_WAITING)).isEmpty();
        cast.ada
                .patch(cast.at("members/%s", cast.pia.id()), Map.of("roles", List.of()))
                .ok();
        assertThat(told(cast.olga, NotificationKind.INVITATION_WAITING)).hasSize(1);
        assertThat(told(cast.dev, NotificationKind.INVITATION_WAITING)).isEmpty();
        JsonNode waiting = one(cast.ada, NotificationKind.INVITATION_WAITING);
        assertThat(waiting.path("text").asString()).startsWith("The invitation of " + email + " to Acme vision waits");
        assertThat(waiting.path("actions").valueStream().map(a -> a.path("name").asString()))
                .containsExactly("RENEW", "REVOKE");
        cast.ada.post(waiting.at("/actions/0/path").asString(), Map.of()).ok();
        JsonNode settled = stage.eventually(() -> Optional.of(one(cast.olga, NotificationKind.INVITATION_WAITING))
                .filter(n -> !n.path("outcome").isNull()));
        assertThat(settled.path("outcome").asString()).isEqualTo("RENEWED");
    }

    @Test
    void heirsChosenPeopleAndOwnersInTheTrashHear() {
        assertThat(told(cast.mo, NotificationKind.PROJECT_CHOSEN))
                .containsExactly("Pia chose you for the project Crossings in Acme vision.");
        cast.dev
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Devs own"))
                .ok();
        cast.ada.delete("projects/" + cast.streets + "?despiteOthers=true").ok();
        assertThat(told(cast.dev, NotificationKind.PROJECT_TRASHED))
                .containsExactly("Ada moved the project Streets in Acme vision to the trash, and with it datasets of"
                        + " yours: Devs own. It can be restored for 30 days.");
        assertThat(told(cast.pia, NotificationKind.PROJECT_TRASHED)).isEmpty();
        cast.ada
                .delete(cast.at("members/%s?handOverTo=%s", cast.pia.id(), cast.ann.id()))
                .ok();
        assertThat(told(cast.ann, NotificationKind.HANDED_OVER))
                .hasSize(1)
                .first()
                .asString()
                .contains("Crossings");
    }

    @Test
    void lockedPeopleAreToldNothing() {
        int before = stage.sql().fetchCount(NOTIFICATION, NOTIFICATION.USER_ID.eq(cast.lou.id()));
        cast.ada.delete(cast.at("members/%s", cast.lou.id())).ok();
        allIsTold();
        assertThat(stage.sql().fetchCount(NOTIFICATION, NOTIFICATION.USER_ID.eq(cast.lou.id())))
                .isEqualTo(before);
    }

    @Test
    void theyAreReadOneByOneOrAllAtOnceAndArePaged() {
        for (int i = 0; i < 5; i++) {
            stage.project(cast.pia, cast.workspace, "Project " + i, "SHARED", cast.mo);
        }
        allIsTold();
        int unread =
                cast.mo.get("me/notifications/unread").json().path("unread").asInt();
        assertThat(unread).isGreaterThanOrEqualTo(7);
        List<String> pages = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Answer page =
                    cast.mo.get("me/notifications?limit=3&cursor=%s", cursor).ok();
            pages.addAll(page.items("/id"));
            cursor = page.next();
        }
        assertThat(pages).hasSize(unread).doesNotHaveDuplicates();
        cast.mo.post("me/notifications/" + pages.getFirst() + "/read", Map.of()).says("204");
        cast.mo.post("me/notifications/" + pages.getFirst() + "/read", Map.of()).says("204");
        assertThat(cast.mo.get("me/notifications/unread").json().path("unread").asInt())
                .isEqualTo(unread - 1);
        assertThat(cast.mo.get("me/notifications?unread=true").items("/id")).doesNotContain(pages.getFirst());
        cast.ann.post("me/notifications/" + pages.get(1) + "/read", Map.of()).says("404 not-found");
        cast.mo.post("me/notifications/read", Map.of()).says("204");
        assertThat(cast.mo.get("me/notifications/unread").json().path("unread").asInt())
                .isZero();
    }

    @Test
    void aNarrowedKeySeesOnlyWhatIsAboutItsWorkspaces() {
        cast.mo.post("me/access-keys", Map.of("name", "Made it")).ok();
        assertThat(told(cast.mo, NotificationKind.KEY_CREATED)).hasSize(1);
        Client key = stage.withNewKey(cast.mo, List.of(cast.workspace), List.of());
        allIsTold();
        assertThat(key.get("me/notifications").ok().items("/kind")).isNotEmpty().doesNotContain("KEY_CREATED");
        Client elsewhere = stage.withNewKey(cast.mo, List.of(UUID.randomUUID()), List.of());
        assertThat(elsewhere.get("me/notifications").ok().items()).isEmpty();
    }
}
