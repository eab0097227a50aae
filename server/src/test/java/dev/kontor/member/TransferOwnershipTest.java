package dev.kontor.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** only the owner passes the workspace on, to an unlocked member from the owning organization, with the password. */
@Specification
class TransferOwnershipTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} passes the workspace to {1}, password {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Ada, admin            | right | 204
        Olga, owner             | Mo, member            | right | 204
        Olga, owner             | Mo, member            | wrong | 403 wrong-password
        Olga, owner             | Olga, owner           | right | 422 unknown-member
        Olga, owner             | Lou, locked           | right | 422 unknown-member
        Olga, owner             | Lena, partner's       | right | 422 unknown-member
        Olga, owner             | Rex, removed          | right | 422 unknown-member
        Olga, owner             | Otto, of no workspace | right | 422 unknown-member
        Olga, owner             | Sam, from elsewhere   | right | 422 unknown-member
        Ada, admin              | Ada, admin            | right | 403 forbidden
        Mo, member              | Mo, member            | right | 403 forbidden
        Lena, partner's manager | Ada, admin            | right | 403 forbidden
        Otto, of no workspace   | Ada, admin            | right | 404 not-found
        Sam, from elsewhere     | Ada, admin            | right | 404 not-found
        Lou, locked             | Ada, admin            | right | 401 not-signed-in
        """)
    void onlyTheOwner(String who, String heir, String password, String outcome) {
        Answer answer =
                pass(cast.who(who), cast.who(heir), password.equals("right") ? Stage.PASSWORD : "a wrong password");
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
        String owner = cast.ada.get("workspaces/" + cast.workspace).ok().at("/owner/name");
        assertThat(owner).isEqualTo(answer.status() == 204 ? cast.who(heir).name() : "Olga");
    }

    @Test
    void theFormerOwnerStaysAdminAndMayLeave() {
        pass(cast.olga, cast.mo, Stage.PASSWORD).says("204");
        assertThat(cast.olga.get(cast.at("members/%s", cast.olga.id())).ok().texts("/roles"))
                .contains("ADMIN");
        assertThat(cast.olga.get(cast.at("members/%s", cast.mo.id())).ok().texts("/roles"))
                .contains("ADMIN");
        assertThat(cast.mo.get("workspaces/" + cast.workspace).ok().texts("/can"))
                .contains("WORKSPACE_OWN");
        pass(cast.olga, cast.ada, Stage.PASSWORD).says("403 forbidden");
        cast.mo.delete(cast.at("members/%s", cast.mo.id())).says("409 owner-cannot-leave");
        cast.olga.delete(cast.at("members/%s", cast.olga.id())).says("204");
        // what one created counts until it is deleted, also after a transfer; what one received does not
        cast.olga.post("workspaces", Map.of("name", "Another")).says("409 workspace-already-created");
        cast.mo.post("workspaces", Map.of("name", "Another")).says("201");
    }

    @Test
    void noAccessKeyPassesAWorkspaceOn() {
        pass(stage.withNewKey(cast.olga, List.of(), List.of("WORKSPACE_VIEW")), cast.ada, Stage.PASSWORD)
                .says("403 key-too-narrow");
        pass(stage.withNewKey(cast.olga, List.of(), List.of()), cast.ada, Stage.PASSWORD)
                .says("403 browser-only");
    }

    @Test
    void candidatesAreUnlockedPeopleOfTheOwningOrganization() {
        assertThat(cast.olga.get(cast.at("ownership/candidates")).ok().items("/name"))
                .containsExactly("Ada", "Ann", "Dev", "Mo", "Pia");
        assertThat(cast.olga
                        .get(cast.at("ownership/candidates?q=%s", "AD"))
                        .ok()
                        .items("/name"))
                .containsExactly("Ada");
        Answer first = cast.olga.get(cast.at("ownership/candidates?limit=2")).ok();
        assertThat(cast.olga
                        .get(cast.at("ownership/candidates?limit=2&cursor=" + first.at("/next")))
                        .ok()
                        .items("/name"))
                .containsExactly("Dev", "Mo");
        cast.ada.get(cast.at("ownership/candidates")).says("403 forbidden");
        cast.sam.get(cast.at("ownership/candidates")).says("404 not-found");
    }

    @Test
    void ofTwoTransfersAtOnceOneHappens() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> both = List.of(
                    () -> pass(cast.olga, cast.ada, Stage.PASSWORD), () -> pass(cast.olga, cast.mo, Stage.PASSWORD));
            List<String> said = threads.invokeAll(both).stream()
                    .map(one -> one.resultNow().said())
                    .toList();
            assertThat(said).containsExactlyInAnyOrder("204", "403 forbidden");
        }
        assertThat(cast.olga.get("workspaces/" + cast.workspace).ok().at("/owner/name"))
                .isIn("Ada", "Mo");
    }

    private Answer pass(Client who, Client heir, String password) {
        return who.put(cast.at("ownership"), Map.of("userId", heir.id(), "password", password));
    }
}
