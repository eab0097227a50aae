package dev.kontor.statistic;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** daily figures of a workspace, for its admins; kept as they were counted. */
@Specification
class StatisticTest {
    @Autowired
    Stage stage;

    @Autowired
    CountDays days;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;
    LocalDate today;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        new Things(cast);
        cast.pia.patch("projects/" + cast.crossings, Map.of("archived", true)).ok();
        today = LocalDate.now(ZoneOffset.UTC);
        count(today);
    }

    private void count(LocalDate day) {
        transaction.executeWithoutResult(status -> days.count(List.of(cast.workspace), day));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | 200
        Ada, admin              | 200
        Dev, developer          | 403 forbidden
        Pia, project manager    | 403 forbidden
        Mo, member              | 403 forbidden
        Lena, partner's manager | 403 forbidden
        Otto, of no workspace   | 404 not-found
        Sam, from elsewhere     | 404 not-found
        nobody                  | 401 not-signed-in
        """)
    void adminsSeeThem(String who, String outcome) {
        cast.who(who).get(cast.at("statistics")).says(outcome);
        cast.who(who).get(cast.at("statistics/export")).says(outcome);
        cast.who(who).get(cast.at("statistics/projects/" + cast.streets)).says(outcome);
        cast.who(who)
                .get(cast.at("statistics/organizations/" + cast.labelPartners))
                .says(outcome);
    }

    @Test
    void countsWhatIsThere() {
        Answer answer =
                cast.ada.get(cast.at("statistics?from=%s&to=%s", today, today)).ok();
        assertThat(answer.json().at("/days").size()).isEqualTo(1);
        var day = answer.json().at("/days/0");
        assertThat(day.path("day").asString()).isEqualTo(today.toString());
        int members = stage.sql().fetchCount(MEMBER, MEMBER.WORKSPACE_ID.eq(cast.workspace));
        assertThat(day.path("members").asInt()).isEqualTo(members);
        assertThat(day.path("partners").asInt()).isEqualTo(3);
        assertThat(day.path("ongoing") + " " + day.path("archived") + " " + day.path("trashed"))
                .isEqualTo("2 1 0");
        assertThat(day.path("documents").asInt()).isEqualTo(1);
        assertThat(day.path("bytes").asLong()).isPositive();
        assertThat(day.path("actions").asInt()).isGreaterThan(10);
        assertThat(day.path("active").asInt()).isGreaterThan(3);
        long bytes = 0;
        for (var project : answer.json().at("/projects")) {
            bytes += project.path("bytes").asLong();
        }
        assertThat(bytes)
                .as("sums over projects (O-08)")
                .isEqualTo(day.path("bytes").asLong());
        int people = 0;
        for (var organization : answer.json().at("/organizations")) {
            people += organization.path("members").asInt();
        }
        assertThat(people).isEqualTo(members);
    }

    @Test
    void aDayIsKeptAsItWasCounted() {
        LocalDate before = today.minusDays(40);
        count(before);
        Answer then = cast.ada
                .get(cast.at("statistics?from=%s&to=%s", before, before))
                .ok();
        stage.project(cast.pia, cast.workspace, "One more", "PUBLIC");
        count(today);
        count(today);
        Answer again = cast.ada
                .get(cast.at("statistics?from=%s&to=%s", before, before))
                .ok();
        assertThat(again.json()).isEqualTo(then.json());
        Answer now = cast.ada.get(cast.at("statistics")).ok();
        assertThat(now.json().at("/days").size()).isEqualTo(2);
        assertThat(now.json().at("/days/1/ongoing").asInt())
                .isEqualTo(now.json().at("/days/0/ongoing").asInt() + 1);
        assertThat(cast.ada
                        .get(cast.at("statistics/projects/" + cast.streets))
                        .json()
                        .at("/days")
                        .size())
                .isEqualTo(2);
        Answer partners = cast.ada
                .get(cast.at("statistics/organizations/" + cast.labelPartners))
                .ok();
        assertThat(partners.json().at("/days").size()).isEqualTo(2);
        assertThat(partners.at("/days/1/members")).isEqualTo("2");
        cast.ada.get(cast.at("statistics/organizations/" + cast.elsewhere)).says("404 not-found");
        cast.ada.get(cast.at("statistics/projects/" + cast.elsewhereWorkspace)).says("404 not-found");
        cast.ada.get(cast.at("statistics?from=2020-01-01")).says("422 unacceptable");
    }

    /** What the clock does in somebody's name is an action, and so is the end of long work; nobody is active by it. */
    @Test
    void activeIsWhoDidSomethingThemselves() {
        LocalDate before = today.minusDays(400);
        logged(cast.mo.id(), "workspace.warned", false, before);
        logged(cast.mo.id(), "version.committed", true, before);
        assertThat(actionsAndActive(before)).isEqualTo("2 0");
        logged(cast.mo.id(), "version.committed", false, before);
        assertThat(actionsAndActive(before)).isEqualTo("3 1");
    }

    private void logged(UUID actor, String kind, boolean unattended, LocalDate day) {
        stage.sql()
                .execute(
                        "insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id, kind,"
                                + " object_kind, detail, unattended)"
                                + " values ({0}, {1}, 'Mo', {2}, {3}, {4}, 'workspace', jsonb_build_object(), {5})",
                        val(day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                        val(actor),
                        val(cast.acme),
                        val(cast.workspace),
                        val(kind),
                        val(unattended));
    }

    private String actionsAndActive(LocalDate day) {
        count(day);
        Answer answer =
                cast.ada.get(cast.at("statistics?from=%s&to=%s", day, day)).ok();
        return answer.at("/days/0/actions") + " " + answer.at("/days/0/active");
    }

    @Test
    void comesAsLinesToo() {
        String csv = cast.ada
                .get(cast.at("statistics/export?from=%s&to=%s", today, today))
                .text();
        assertThat(csv.lines().findFirst())
                .hasValue(
                        "day,members,partners,ongoing,archived,trashed,datasets,items,versions,documents,bytes,openBytes,"
                            + "actions,active");
        assertThat(csv.lines().skip(1)).hasSize(1).allMatch(line -> line.startsWith(today + ","));
    }
}
