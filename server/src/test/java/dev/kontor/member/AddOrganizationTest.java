package dev.kontor.member;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.AUDIT_EVENT;
import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.*;

import dev.kontor.background.LongWork.Next;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** K-11, M-08, O-10: all existing people of an organization are added, by whoever sees them, in steps that ask anew. */
@Specification
class AddOrganizationTest {
    @Autowired
    Stage stage;

    @Autowired
    AddOrganization addOrganization;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private Answer add(Client who, UUID organization) {
        return who.post(cast.at("members/additions"), Map.of("organizationId", organization));
    }

    private Answer candidates(Client who, UUID organization) {
        return who.get(cast.at("members/candidates?organization=%s", organization));
    }

    private int members(UUID organization) {
        return stage.sql()
                .fetchCount(
                        MEMBER, MEMBER.WORKSPACE_ID.eq(cast.workspace).and(MEMBER.ORGANIZATION_ID.eq(organization)));
    }

    /** Many people at once, straight into the database. */
    private void people(UUID organization, int count) {
        stage.sql()
                .insertInto(
                        APP_USER,
                        APP_USER.ORGANIZATION_ID,
                        APP_USER.NAME,
                        APP_USER.EMAIL,
                        APP_USER.PROVEN,
                        APP_USER.CREATED_AT)
                .select(select(
                                val(organization),
                                concat(val("Person "), field("n", String.class)),
                                concat(val(stage.address("p") + "."), field("n", String.class)),
                                val(true),
                                val(Instant.now()))
                        .from(generateSeries(1, count).as("g", "n")))
                .execute();
    }

    @ParameterizedTest(name = "{0} adds everybody of {1}: {2}; sees whom that adds: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Acme              | 201                      | 200
        Ada, admin              | Label Partners    | 201                      | 200
        Dev, developer          | Acme              | 201                      | 200
        Pia, project manager    | Label Partners    | 201                      | 200
        Ann, annotation manager | Acme              | 201                      | 200
        Lena, partner's manager | Label Partners    | 201                      | 200
        Ada, admin              | Delivery Partners | 422 not-a-collaborator   | 404 not-found
        Ada, admin              | Elsewhere         | 422 not-a-collaborator   | 404 not-found
        Lena, partner's manager | Acme              | 422 not-a-collaborator   | 404 not-found
        Mo, member              | Acme              | 403 forbidden            | 403 forbidden
        Lars, partner's member  | Label Partners    | 403 forbidden            | 403 forbidden
        Otto, of no workspace   | Acme              | 404 not-found            | 404 not-found
        Rex, removed            | Acme              | 404 not-found            | 404 not-found
        Sam, from elsewhere     | Elsewhere         | 404 not-found            | 404 not-found
        """)
    void whoMay(String who, String organization, String said, String seen) {
        candidates(cast.who(who), cast.organization(organization)).says(seen);
        add(cast.who(who), cast.organization(organization)).says(said);
    }

    @Test
    void thePreviewShowsWhomItAddsAndWhoWasRemovedOnce() {
        Client carla = stage.person("Carla", cast.acme);
        Client locked = stage.person("Lotte", cast.acme);
        stage.lock(locked);
        Answer preview = candidates(cast.pia, cast.acme).says("200");
        assertThat(preview.items("/user/name")).containsExactly("Carla", "Otto", "Rex");
        assertThat(preview.items("/former")).containsExactly("false", "false", "true");
        Answer summary = cast.pia
                .get(cast.at("members/candidates/summary?organization=%s", cast.acme))
                .says("200");
        assertThat(summary.at("/people") + " " + summary.at("/former")).isEqualTo("3 1");
        assertThat(candidates(cast.pia, cast.acme).items("/user/id"))
                .contains(carla.id().toString());
    }

    @ParameterizedTest(name = "except {0}, bringing back {1}: adds {2}")
    @CsvSource(delimiter = '|', textBlock = """
        -    | -    | Carla, Otto
        Otto | -    | Carla
        -    | Rex  | Carla, Otto, Rex
        Otto | Rex  | Carla, Rex
        -    | Carla| Carla, Otto
        -    | Sam  | Carla, Otto
        -    | Lou  | Carla, Otto
        """)
    void whomItAdds(String except, String former, String added) {
        Client carla = stage.person("Carla", cast.acme);
        Answer done = cast.ann
                .post(
                        cast.at("members/additions"),
                        Map.of(
                                "organizationId", cast.acme,
                                "except", ids(except, carla),
                                "former", ids(former, carla)))
                .says("201");
        assertThat(done.at("/state")).isEqualTo("DONE");
        List<String> names = cast.olga
                .get(cast.at("activity?kind=member.added&actor=" + cast.ann.id()))
                .items("/object/name");
        assertThat(names).containsExactlyInAnyOrderElementsOf(Cast.list(added));
        assertThat(done.at("/added") + " of " + done.at("/total")).isEqualTo(names.size() + " of " + names.size());
        cast.who("Otto").get("workspaces/" + cast.workspace).says(names.contains("Otto") ? "200" : "404 not-found");
    }

    private List<UUID> ids(String cell, Client carla) {
        return Cast.list(cell).stream()
                .map(name -> name.equals("Carla") ? carla.id() : cast.who(name).id())
                .toList();
    }

    @Test
    void theyBecomePlainMembers() {
        add(cast.ada, cast.acme).says("201");
        assertThat(cast.otto.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactly("MEMBER");
    }

    @Test
    void aThousandPeopleTakeAFewStatementsAndAnEventEach() {
        people(cast.labelPartners, 1_000);
        long before = System.nanoTime();
        Answer begun = add(cast.ada, cast.labelPartners).says("201");
        assertThat(begun.at("/total")).isEqualTo("1000");
        assertThat(begun.at("/added")).isEqualTo("200");
        assertThat(begun.observed().statements()).isLessThan(40);
        while (addOrganization.step(begun.id()) == Next.MORE) {
            // the job may be at it, too
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        Answer done = cast.ada.get(cast.at("members/additions/%s", begun.id()));
        assertThat(done.at("/state") + " " + done.at("/added")).isEqualTo("DONE 1000");
        assertThat(members(cast.labelPartners)).isEqualTo(1_002);
        assertThat(stage.sql()
                        .fetchCount(
                                AUDIT_EVENT,
                                AUDIT_EVENT
                                        .WORKSPACE_ID
                                        .eq(cast.workspace)
                                        .and(AUDIT_EVENT.KIND.eq("member.added"))
                                        .and(AUDIT_EVENT.ACTOR_ID.eq(cast.ada.id()))))
                .isEqualTo(1_000);
    }

    @Test
    void theJobTakesUpWhatIsLeft() throws Exception {
        people(cast.labelPartners, 700);
        Answer begun = add(cast.ada, cast.labelPartners).says("201");
        Instant patience = Instant.now().plusSeconds(30);
        while (!cast.ada
                .get(cast.at("members/additions/%s", begun.id()))
                .at("/state")
                .equals("DONE")) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.onSpinWait();
        }
        assertThat(members(cast.labelPartners)).isEqualTo(702);
    }

    @ParameterizedTest(name = "a starter who {0} meanwhile: {1}, with 200 added")
    @CsvSource(delimiter = '|', textBlock = """
        lost the rank          | STOPPED forbidden
        was removed            | STOPPED not-found
        was locked             | STOPPED not-signed-in
        deleted the access key | STOPPED not-signed-in
        was seen no more       | STOPPED not-a-collaborator
        cancelled              | CANCELLED
        """)
    void itActsWithTheRightsOfItsStarter(String what, String state) {
        people(cast.labelPartners, 600);
        List<Client> keys = new ArrayList<>();
        Client starter = cast.pia;
        UUID key = null;
        if (what.contains("key")) {
            Answer made =
                    cast.pia.post("me/access-keys", Map.of("name", "A key")).ok();
            key = made.id();
            starter = stage.withKey(cast.pia, made.at("/secret"));
            keys.add(starter);
        }
        UUID id = begin(starter);
        switch (what) {
            case "lost the rank" ->
                cast.ada
                        .patch(cast.at("members/%s", cast.pia.id()), Map.of("roles", List.of()))
                        .says("200");
            case "was removed" ->
                cast.ada.delete(cast.at("members/%s", cast.pia.id())).says("204");
            case "was locked" -> stage.lock(cast.pia);
            case "deleted the access key" ->
                cast.pia.delete("me/access-keys/%s", key).says("204");
            case "was seen no more" ->
                cast.ada.delete(cast.at("collaborators/%s", cast.labelPartners)).says("204");
            default -> cast.pia.delete(cast.at("members/additions/%s", id)).says("204");
        }
        addOrganization.step(id);
        var row = stage.sql()
                .select(kontor.tables.Tables.MEMBER_ADDITION.STATE, kontor.tables.Tables.MEMBER_ADDITION.REASON)
                .from(kontor.tables.Tables.MEMBER_ADDITION)
                .where(kontor.tables.Tables.MEMBER_ADDITION.ID.eq(id))
                .fetchSingle();
        assertThat(row.value1() + (row.value2() == null ? "" : " " + row.value2()))
                .isEqualTo(state);
        assertThat(members(cast.labelPartners)).isEqualTo(what.equals("was seen no more") ? 0 : 202);
    }

    /** Without the job, which might be quicker than what happens next. */
    private UUID begin(Client starter) {
        state("DEACTIVATED");
        Answer begun = add(starter, cast.labelPartners).says("201");
        assertThat(begun.at("/waiting") + " " + begun.at("/added")).isEqualTo("true 0");
        stage.sql()
                .execute(
                        "delete from scheduled_tasks where task_instance = {0}",
                        val(begun.id().toString()));
        state("TRIAL");
        assertThat(addOrganization.step(begun.id())).isEqualTo(Next.MORE);
        return begun.id();
    }

    private void state(String state) {
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
    }

    @Test
    void onlyTheStarterSeesIt() {
        UUID id = add(cast.pia, cast.acme).says("201").id();
        assertThat(cast.pia.get(cast.at("members/additions")).items("/id")).containsExactly(id.toString());
        assertThat(cast.ada.get(cast.at("members/additions")).items()).isEmpty();
        cast.ada.get(cast.at("members/additions/%s", id)).says("404 not-found");
        cast.ada.delete(cast.at("members/additions/%s", id)).says("404 not-found");
        cast.mo.get(cast.at("members/additions")).says("403 forbidden");
        cast.sam.get(cast.at("members/additions")).says("404 not-found");
    }
}
