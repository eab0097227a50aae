package dev.kontor.acceptance;

import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.WORKSPACE_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two at once: each race has one winner, and what holds for every moment holds after it. */
@Specification
class RacesTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<Answer>... requests) throws Exception {
        return atOnce(List.of(requests));
    }

    private static List<String> atOnce(List<Callable<Answer>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> request : requests) {
                running.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<Answer> one : running) {
                said.add(one.get().said());
            }
            return said;
        }
    }

    private Answer setRoles(Client who, Client whom, String... roles) {
        return who.patch(cast.at("members/%s", whom.id()), Map.of("roles", List.of(roles)));
    }

    @RepeatedTest(value = 5, name = "M-11: two admins demote each other, exactly one succeeds ({currentRepetition})")
    void twoAdminsDemoteEachOther() throws Exception {
        setRoles(cast.olga, cast.dev, "ADMIN").ok();
        List<String> said = atOnce(() -> setRoles(cast.ada, cast.dev), () -> setRoles(cast.dev, cast.ada));
        assertThat(said).containsExactlyInAnyOrder("200", "403 forbidden");
        List<String> admins = cast.olga.get(cast.at("members?role=ADMIN")).items("/user/name");
        assertThat(admins).hasSize(2).contains("Olga");
    }

    @RepeatedTest(value = 5, name = "O-01: an invitation is accepted twice at once ({currentRepetition})")
    void anInvitationIsAcceptedTwiceAtOnce() throws Exception {
        String token = invitation(cast.ada, stage.address("Nina"), "ANNOTATION_MANAGER");
        String own = invitation(cast.ada, cast.sam.email(), "-");
        assertThat(own).isNotEqualTo(token);
        String partner = Cast.token(cast.ada
                .post(
                        cast.at("collaborators"),
                        Map.of(
                                "types",
                                List.of("DATA_PARTNER"),
                                "email",
                                cast.sam.email(),
                                "roles",
                                List.of("DEVELOPER"),
                                "projectAccess",
                                "FULL"))
                .ok()
                .at("/invitation/link"));
        Callable<Answer> accept = () -> cast.sam.post("invitations/" + partner + "/acceptance", Map.of());
        assertThat(atOnce(accept, accept, accept))
                .containsExactlyInAnyOrder("200", "409 invitation-accepted", "409 invitation-accepted");
        assertThat(memberships(cast.sam)).isEqualTo(1);
    }

    @RepeatedTest(value = 5, name = "C-01: one address registers twice at once through one link ({currentRepetition})")
    void oneLinkRegistersOnce() throws Exception {
        String email = stage.address("Nina");
        String token = Cast.token(cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link"));
        String mailed = stage.mailed(token);
        Callable<Answer> accept = () -> stage.nobody()
                .post(
                        "invitations/" + mailed + "/acceptance",
                        Map.of("name", "Nina", "password", "correct horse battery"));
        assertThat(atOnce(accept, accept))
                .contains("200")
                .containsAnyOf("409 invitation-accepted", "401 not-signed-in");
        assertThat(cast.otto
                        .get("organizations/" + cast.acme + "/users?q=" + email)
                        .items())
                .hasSize(1);
    }

    @RepeatedTest(value = 5, name = "M-05: a role is given while its type is removed ({currentRepetition})")
    void aRoleIsGivenWhileItsTypeIsRemoved() throws Exception {
        List<String> said = atOnce(
                () -> setRoles(cast.ada, cast.lars, "ANNOTATION_MANAGER"),
                () -> cast.olga.patch(
                        cast.at("collaborators/%s", cast.labelPartners), Map.of("types", List.of("DATA_PARTNER"))));
        assertThat(said.get(1)).isEqualTo("200");
        assertThat(said.get(0)).isIn("200", "422 role-not-allowed-by-type");
        assertThat(stage.sql()
                        .select(MEMBER.ROLES)
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID
                                .eq(cast.workspace)
                                .and(MEMBER.ORGANIZATION_ID.eq(cast.labelPartners)))
                        .fetch(row -> List.of(row.value1())))
                .hasSize(2)
                .containsOnly(List.of());
    }

    @RepeatedTest(value = 5, name = "O-01: one address is invited by two at once ({currentRepetition})")
    void oneAddressIsInvitedByTwo() throws Exception {
        String email = stage.address("Nina");
        Client nina = stage.person("Nina", cast.deliveryPartners);
        assertThat(atOnce(() -> add(cast.ada, email, "DEVELOPER"), () -> add(cast.dev, email, "DEVELOPER")))
                .containsOnly("200");
        assertThat(stage.sql().fetchCount(WORKSPACE_INVITATION, WORKSPACE_INVITATION.EMAIL.eq(email)))
                .isEqualTo(2);
        assertThat(memberships(nina)).isZero();
    }

    @RepeatedTest(value = 5, name = "M-07: one colleague is added by two at once ({currentRepetition})")
    void oneColleagueIsAddedByTwo() throws Exception {
        Client colleague = stage.person("Carla", cast.acme);
        assertThat(atOnce(() -> add(cast.ada, colleague.email(), "-"), () -> add(cast.dev, colleague.email(), "-")))
                .containsOnly("200");
        assertThat(memberships(colleague)).isEqualTo(1);
    }

    @RepeatedTest(value = 5, name = "A-05: two workspaces are created at once, one is ({currentRepetition})")
    void twoWorkspacesAreCreatedAtOnce() throws Exception {
        Client person = stage.stranger("Wanda");
        Callable<Answer> create = () -> person.post("workspaces", Map.of("name", "Own"));
        assertThat(atOnce(create, create)).containsExactlyInAnyOrder("201", "409 workspace-already-created");
    }

    @RepeatedTest(
            value = 5,
            name = "O-01: newcomers whom two workspaces await register crosswise ({currentRepetition})")
    void newcomersOfTwoWorkspacesRegisterCrosswise() throws Exception {
        partner(cast.lena, "ANNOTATION_PARTNER", "ANNOTATION_MANAGER");
        partner(cast.petra, "PRODUCER_PARTNER", "PROJECT_MANAGER");
        List<UUID> upwards = List.of(cast.workspace, cast.elsewhereWorkspace);
        List<Callable<Answer>> registrations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            registrations.add(newcomer(cast.lena, upwards));
            registrations.add(newcomer(cast.petra, upwards.reversed()));
        }
        assertThat(atOnce(registrations)).containsOnly("200");
        for (Client manager : List.of(cast.lena, cast.petra)) {
            assertThat(stage.sql().fetchCount(MEMBER, MEMBER.ORGANIZATION_ID.eq(manager.organizationId())))
                    .isEqualTo(2 * 3 + (manager == cast.lena ? 3 : 2));
        }
    }

    /** Becomes a collaborator of Sam's workspace as well. */
    private void partner(Client manager, String type, String role) {
        var wanted = Map.of(
                "types", List.of(type), "email", manager.email(), "roles", List.of(role), "projectAccess", "FULL");
        String token = Cast.token(cast.sam
                .post("workspaces/" + cast.elsewhereWorkspace + "/collaborators", wanted)
                .ok()
                .at("/invitation/link"));
        manager.post("invitations/" + token + "/acceptance", Map.of()).ok();
    }

    /** Somebody whom their administrator invites into both workspaces, and who registers by the link of the first. */
    private Callable<Answer> newcomer(Client administrator, List<UUID> workspaces) {
        String email = stage.address("Newcomer");
        List<String> tokens = workspaces.stream()
                .map(id -> administrator.post(
                        "workspaces/" + id + "/members",
                        Map.of(
                                "emails",
                                List.of(email),
                                "roles",
                                List.of(),
                                "organizationId",
                                administrator.organizationId())))
                .map(answer -> Cast.token(answer.ok().at("/outcomes/0/link")))
                .toList();
        String mailed = stage.mailed(tokens.getFirst());
        return () -> stage.nobody()
                .post(
                        "invitations/" + mailed + "/acceptance",
                        Map.of("name", "Newcomer", "password", "correct horse battery"));
    }

    private Answer add(Client who, String email, String roles) {
        return who.post(cast.at("members"), Map.of("emails", List.of(email), "roles", Cast.list(roles)));
    }

    private String invitation(Client who, String email, String roles) {
        return Cast.token(add(who, email, roles).ok().at("/outcomes/0/link"));
    }

    private int memberships(Client person) {
        return stage.sql()
                .fetchCount(MEMBER, MEMBER.WORKSPACE_ID.eq(cast.workspace).and(MEMBER.USER_ID.eq(person.id())));
    }
}
