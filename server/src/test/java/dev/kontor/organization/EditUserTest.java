package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-02, C-03, C-06: organization administrators look after users: list, lock, unlock, give and take the office. */
@Specification
class EditUserTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String users() {
        return "organizations/" + cast.acme + "/users";
    }

    private Answer edit(Client who, Client whom, String change) {
        return who.patch(users() + "/" + whom.id(), change);
    }

    private void appoint(Client... people) {
        for (Client person : people) {
            edit(cast.otto, person, "{\"administrator\": true}").ok();
        }
    }

    @ParameterizedTest(name = "{0} sends {2} about {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator  | Mo   | {"locked": true}         | 200
        Otto, its administrator  | Mo   | {"administrator": true}  | 200
        Otto, its administrator  | Olga | {"locked": true}         | 200
        Otto, its administrator  | Lou  | {"locked": false}        | 200
        Otto, its administrator  | Mo   | {}                       | 200
        Otto, its administrator  | Otto | {"locked": true}         | 409 own-account
        Otto, its administrator  | Otto | {"administrator": false} | 409 last-administrator
        Otto, its administrator  | Lars | {"locked": true}         | 404 not-found
        Otto, its administrator  | Mo   | {"locked": "yes"}        | 422 wrong-type
        Otto, its administrator  | Mo   | {"removed": true}        | 422 unknown-field
        Olga, workspace owner    | Mo   | {"locked": true}         | 404 not-found
        Ada, workspace admin     | Mo   | {"locked": true}         | 404 not-found
        Lena, of Label Partners  | Mo   | {"locked": true}         | 404 not-found
        Sam, from elsewhere      | Mo   | {"locked": true}         | 404 not-found
        Lou, who is locked       | Mo   | {"locked": true}         | 401 not-signed-in
        nobody                   | Mo   | {"locked": true}         | 401 not-signed-in
        """)
    void administratorsLookAfterUsers(String who, String whom, String change, String outcome) {
        edit(cast.who(who), cast.who(whom), change).says(outcome);
    }

    @Test
    void aKeyWithoutThePermissionIsRefused() {
        Client narrow = stage.withNewKey(cast.otto, List.of(), List.of("WORKSPACE_VIEW"));
        assertThat(edit(narrow, cast.mo, "{\"locked\": true}").said()).startsWith("403");
        narrow.get(users()).says("403 key-too-narrow");
    }

    @Test
    void aLockEndsSessionsAndStopsKeysWithTheNextRequest() {
        Client key = stage.withNewKey(cast.mo, List.of(), List.of());
        Client program = stage.withNewKey(cast.pia, List.of(), List.of());
        key.get("me").says("200");

        edit(cast.otto, cast.mo, "{\"locked\": true}").says("200");

        cast.mo.get("me").says("401 not-signed-in");
        key.get("me").says("401 not-signed-in");
        program.get("me").says("200");
        assertThat(cast.otto.get(users() + "?state=LOCKED").items("/name")).containsExactlyInAnyOrder("Lou", "Mo");
    }

    @Test
    void whatALockedUserWasRevivesOnUnlocking() {
        Client key = stage.withNewKey(cast.pia, List.of(), List.of());
        edit(cast.otto, cast.pia, "{\"locked\": true}").says("200");
        assertThat(cast.ada.get("projects/" + cast.streets).at("/creator/name")).isEqualTo("Pia");
        assertThat(cast.ada.get(cast.at("members?q=pia")).items("/user/name")).containsExactly("Pia");

        edit(cast.otto, cast.pia, "{\"locked\": false}").says("200");

        cast.pia.get("me").says("401 not-signed-in");
        assertThat(key.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "PROJECT_MANAGER");
        assertThat(key.get("projects/" + cast.plans).at("/creator/name")).isEqualTo("Pia");
    }

    @Test
    void theOfficeCountsFromTheNextRequestOn() {
        cast.mo.get("organizations/" + cast.acme).says("404 not-found");
        appoint(cast.mo);
        cast.mo.get("organizations/" + cast.acme).says("200");
        edit(cast.mo, cast.otto, "{\"administrator\": false}").says("200");
        cast.otto.get("organizations/" + cast.acme).says("404 not-found");
        edit(cast.mo, cast.mo, "{\"administrator\": false}").says("409 last-administrator");
    }

    @Test
    void aLockedAdministratorIsNotTheOneThatRemains() {
        appoint(cast.mo, cast.dev);
        edit(cast.mo, cast.otto, "{\"locked\": true}").says("200");
        edit(cast.mo, cast.dev, "{\"administrator\": false}").says("200");
        edit(cast.mo, cast.mo, "{\"administrator\": false}").says("409 last-administrator");
        edit(cast.mo, cast.otto, "{\"administrator\": false}").says("200");
    }

    @ParameterizedTest(name = "what Otto may do with {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo   | USER_APPOINT, USER_RESET_PASSWORD, USER_LOCK, USER_REMOVE
        Lou  | USER_APPOINT, USER_UNLOCK, USER_REMOVE
        Dev  | USER_DISMISS, USER_RESET_PASSWORD, USER_LOCK, USER_REMOVE
        Otto | USER_DISMISS
        """)
    void theListSaysWhatOneMayDo(String whom, String can) {
        appoint(cast.dev);
        assertThat(cast.otto.get(users() + "/" + cast.who(whom).id()).texts("/can"))
                .containsExactlyElementsOf(Cast.list(can));
    }

    @Test
    void theOnlyAdministratorCannotBeDismissed() {
        assertThat(cast.otto.get(users() + "/" + cast.otto.id()).texts("/can")).isEmpty();
    }

    @RepeatedTest(
            value = 10,
            name = "C-03: two administrators dismiss each other, exactly one succeeds ({currentRepetition})")
    void twoAdministratorsDismissEachOther() throws Exception {
        appoint(cast.mo);
        List<String> said = Together.said(
                () -> edit(cast.otto, cast.mo, "{\"administrator\": false}"),
                () -> edit(cast.mo, cast.otto, "{\"administrator\": false}"));
        assertThat(said).containsExactlyInAnyOrder("200", "404 not-found");
        assertThat(unlockedAdministrators()).isEqualTo(1);
    }

    @RepeatedTest(value = 10, name = "C-03: of three, each locks the next: one remains ({currentRepetition})")
    void administratorsLockEachOtherInARing() throws Exception {
        appoint(cast.mo, cast.dev);
        List<String> said = Together.said(
                () -> edit(cast.otto, cast.mo, "{\"locked\": true}"),
                () -> edit(cast.mo, cast.dev, "{\"locked\": true}"),
                () -> edit(cast.dev, cast.otto, "{\"locked\": true}"));
        assertThat(said).contains("200");
        assertThat(unlockedAdministrators()).isPositive();
    }

    @RepeatedTest(value = 5, name = "C-06: a user is locked while inviting ({currentRepetition})")
    void anAdministratorIsLockedWhileActing() throws Exception {
        appoint(cast.mo);
        List<String> said = Together.said(
                () -> edit(cast.mo, cast.otto, "{\"locked\": true}"),
                () -> cast.otto.post(
                        "organizations/" + cast.acme + "/invitations", Map.of("email", stage.address("Nina"))));
        assertThat(said.get(0)).isEqualTo("200");
        assertThat(said.get(1)).isIn("201", "404 not-found", "401 not-signed-in");
        cast.otto.get("me").says("401 not-signed-in");
    }

    private int unlockedAdministrators() {
        return stage.sql()
                .fetchCount(
                        APP_USER,
                        APP_USER.ORGANIZATION_ID
                                .eq(cast.acme)
                                .and(APP_USER.ADMINISTRATOR)
                                .and(APP_USER.LOCKED_AT.isNull()));
    }

    @ParameterizedTest(name = "users by {0}, two at a time")
    @CsvSource({"name", "-name", "created", "-created", "seen", "-seen"})
    void pagesAddUpToTheList(String sort) {
        seen(cast.mo, "2026-03-01T10:00:00.123456Z");
        seen(cast.dev, "2026-03-01T10:00:00.123457Z");
        List<String> whole = cast.otto.get(users() + "?sort=" + sort).items("/id");
        List<String> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = cast.otto
                    .get(users() + "?sort=%s&limit=2&cursor=%s", sort, cursor)
                    .ok();
            pages.addAll(page.items("/id"));
            cursor = page.next();
        }
        assertThat(pages).isEqualTo(whole).hasSize(9);
        List<String> other = cast.otto
                .get(users() + "?sort=" + (sort.startsWith("-") ? sort.substring(1) : "-" + sort))
                .items("/id");
        Collections.reverse(pages);
        assertThat(pages).isEqualTo(other);
    }

    @ParameterizedTest(name = "users with {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        q=PIA               | Pia
        state=LOCKED        | Lou
        state=ADMINISTRATOR | Otto
        q=pia&state=LOCKED  | -
        """)
    void searchingAndFiltering(String query, String names) {
        assertThat(cast.otto.get(users() + "?" + query).items("/name")).containsExactlyElementsOf(Cast.list(names));
    }

    @ParameterizedTest(name = "users with {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        sort=shoe-size                                    | 422 unacceptable sort
        state=SLEEPY                                      | 422 wrong-type state
        sort=seen&cursor=WyJhIiwiYiJd                     | 422 bad-cursor cursor
        """)
    void badInputNamesTheField(String query, String outcome) {
        assertThat(cast.otto.get(users() + "?" + query).saidAbout()).isEqualTo(outcome);
    }

    private void seen(Client person, String at) {
        stage.sql()
                .update(APP_USER)
                .set(APP_USER.LAST_SEEN_AT, Instant.parse(at))
                .where(APP_USER.ID.eq(person.id()))
                .execute();
    }

    @Test
    void signingInIsActivity() {
        Client otto = stage.registered("Acme", "Otto", stage.address("Otto"), "correct horse battery");
        assertThat(otto.get("organizations/" + otto.organizationId() + "/users").at("/items/0/lastSeenAt"))
                .isNotEmpty();
    }

    @Test
    void whoWasNeverThereIsNotFound() {
        cast.otto.get(users() + "/" + UUID.randomUUID()).says("404 not-found");
        cast.otto.get(users() + "/" + cast.lars.id()).says("404 not-found");
    }
}
