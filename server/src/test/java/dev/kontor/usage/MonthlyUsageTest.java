package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.audit.AuditKind;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.web.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is billed: by the month, of a workspace for its admins, of all that an organization owns for its administrators. */
@Specification
class MonthlyUsageTest {
    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);

    @Autowired
    Stage stage;

    @Autowired
    CountMonths count;

    @Autowired
    MonthlyUsages usages;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0}: {1}, and of the organization: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | 200                | 404 not-found
        Ada, admin              | 200                | 404 not-found
        Dev, developer          | 403 forbidden      | 404 not-found
        Pia, project manager    | 403 forbidden      | 404 not-found
        Mo, member              | 403 forbidden      | 404 not-found
        Lena, partner's manager | 403 forbidden      | 404 not-found
        Otto, administrator     | 404 not-found      | 200
        Sam, from elsewhere     | 404 not-found      | 404 not-found
        nobody                  | 401 not-signed-in  | 401 not-signed-in
        """)
    void asks(String who, String ofWorkspace, String ofOrganization) {
        cast.who(who).get(cast.at("monthly-usage")).says(ofWorkspace);
        cast.who(who).get(cast.at("monthly-usage/export")).says(ofWorkspace);
        String office = "organizations/" + cast.acme + "/monthly-usage";
        cast.who(who).get(office).says(ofOrganization);
        cast.who(who).get(office + "/export").says(ofOrganization);
    }

    /** The most that was there at once, also when it is gone; what is open to everybody does not count (O-08). */
    @Test
    void whatIsSentIsMetered() {
        Storage at = Storage.of(stage);
        String months = "workspaces/" + at.workspace() + "/monthly-usage";
        Answer before = at.owner().get(months).ok();
        assertThat(before.items()).hasSize(1);
        assertThat(before.at("/items/0/month")).isEqualTo(NOW + "-01");
        assertThat(before.at("/items/0/over")).isEqualTo("false");
        assertThat(before.at("/items/0/peakBytes")).isEqualTo("0");
        UUID dataset = at.holding("123456789");
        assertThat(at.owner().get(months).at("/items/0/peakBytes")).isEqualTo("9");
        at.open(dataset);
        at.holding("12345");
        assertThat(at.owner().get(months).at("/items/0/peakBytes")).isEqualTo("9");
        at.holding("abcdefghij");
        assertThat(at.owner().get(months).at("/items/0/peakBytes")).isEqualTo("15");
        stage.sql()
                .execute(
                        "update project_storage set byte_micros = byte_micros + 7 * 3600000000 where project_id = {0}",
                        val(at.project()));
        assertThat(at.owner().get(months).at("/items/0/byteHours")).isEqualTo("7");
    }

    /** Two years of a workspace: newest first, page by page, and all in one file. */
    @Test
    void allMonthsAreKept() {
        Storage at = Storage.of(stage);
        since(at.workspace(), NOW.minusMonths(24));
        for (int i = 1; i <= 24; i++) {
            stage.sql()
                    .insertInto(WORKSPACE_MONTH)
                    .values(at.workspace(), NOW.minusMonths(i).atDay(1), 3_600_000_000L * i, 0, i)
                    .execute();
        }
        String months = "workspaces/" + at.workspace() + "/monthly-usage";
        Answer page = at.owner().get(months + "?limit=20").ok();
        assertThat(page.items("/byteHours").subList(0, 3)).containsExactly("0", "1", "2");
        Answer rest = at.owner().get(months + "?limit=20&cursor=" + page.next()).ok();
        assertThat(rest.items("/byteHours")).containsExactly("20", "21", "22", "23", "24");
        assertThat(rest.next()).isNull();
        List<String> lines =
                at.owner().get(months + "/export").ok().text().lines().toList();
        assertThat(lines).hasSize(26);
        assertThat(lines.getFirst()).isEqualTo("month,over,byteHours,peakBytes,inferredFiles,activeMembers");
        assertThat(lines.getLast()).isEqualTo(NOW.minusMonths(24) + "-01,true,24,24,0,0");
        at.owner().get(months + "?cursor=nonsense").says("422 bad-cursor");
        String first = Cursor.of(LocalDate.of(1, 1, 1)).text();
        assertThat(at.owner().get(months + "?cursor=" + first).says("200").items())
                .isEmpty();
    }

    private void since(UUID workspace, YearMonth month) {
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.METERED_SINCE, month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .where(WORKSPACE.ID.eq(workspace))
                .execute();
    }

    /** C-05: by name and sums, of a month; one that was not there then is left out. */
    @Test
    void anAdministratorSeesAllThatTheOrganizationOwns() {
        Storage at = Storage.of(stage);
        String office = "organizations/" + at.owner().organizationId() + "/monthly-usage";
        assertThat(at.owner().get(office + "?month=" + NOW.minusMonths(1)).items())
                .isEmpty();
        since(at.workspace(), NOW.minusMonths(1));
        LocalDate last = NOW.minusMonths(1).atDay(1);
        stage.sql()
                .insertInto(WORKSPACE_MONTH)
                .values(at.workspace(), last, 3_600_000_000L * 5, 0, 8)
                .execute();
        Answer then = at.owner().get(office + "?month=" + NOW.minusMonths(1)).ok();
        assertThat(then.at("/items/0/name")).isEqualTo("Acme");
        assertThat(then.at("/items/0/plan")).isEqualTo("TRIAL");
        assertThat(then.at("/items/0/byteHours")).isEqualTo("5");
        assertThat(then.at("/items/0/over")).isEqualTo("true");
        at.owner().patch("workspaces/" + at.workspace(), Map.of("name", "=1+1")).ok();
        assertThat(at.owner()
                        .get(office + "/export?month=" + NOW.minusMonths(1))
                        .ok()
                        .text())
                .contains(at.workspace() + ",\"'=1+1\",\"TRIAL\"," + last + ",true,5,8,0,0");
        assertThat(at.owner().get(office + "?month=2999-01").ok().items()).isEmpty();
        at.owner().get(office + "?month=soon").says("422 wrong-type");
        at.owner().get(office + "?month=-0004-01").says("422 unacceptable");
    }

    /** the plan on which the month ended, whatever the workspace has now; nothing where the log does not tell. */
    @Test
    void aMonthHasThePlanOnWhichItEnded() {
        Storage at = Storage.of(stage);
        since(at.workspace(), NOW.minusMonths(3));
        assertThat(plans(at)).containsExactly("TRIAL", "TRIAL", "TRIAL");
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PLAN, "ENTERPRISE")
                .where(WORKSPACE.ID.eq(at.workspace()))
                .execute();
        assertThat(plans(at)).containsExactly("ENTERPRISE", null, null);
        String office = "organizations/" + at.owner().organizationId() + "/monthly-usage";
        assertThat(at.owner()
                        .get(office + "/export?month=" + NOW.minusMonths(1))
                        .ok()
                        .text())
                .contains("\"Acme\",," + NOW.minusMonths(1) + "-01,true");
        switched(at, NOW.atDay(1));
        assertThat(plans(at)).containsExactly("ENTERPRISE", "TRIAL", "TRIAL");
        switched(at, NOW.minusMonths(1).atDay(1));
        assertThat(plans(at)).containsExactly("ENTERPRISE", "ENTERPRISE", "TRIAL");
    }

    private void switched(Storage at, LocalDate day) {
        stage.sql()
                .execute(
                        "insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id, kind,"
                                + " object_kind, detail) values ({0}, {1}, 'Olga', {2}, {3},"
                                + " 'workspace.plan-switched', 'workspace', jsonb_build_object())",
                        val(day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                        val(at.owner().id()),
                        val(at.owner().organizationId()),
                        val(at.workspace()));
    }

    /** Of the present month and the two before. */
    private static List<@Nullable String> plans(Storage at) {
        String office = "organizations/" + at.owner().organizationId() + "/monthly-usage?month=";
        return Stream.of(0, 1, 2)
                .map(back -> at.owner().get(office + NOW.minusMonths(back)).ok())
                .map(month -> month.json().at("/items/0/plan"))
                .<@Nullable String>map(plan -> plan.isNull() ? null : plan.asString())
                .collect(Collectors.toList());
    }

    /** Members who did something, also those who left; not who only asked to come in, and not what the clock does. */
    @Test
    void activeIsWhoDidSomething() {
        Cast cast = stage.cast();
        Answer first = cast.ada.get(cast.at("monthly-usage")).ok();
        assertThat(first.at("/items/0/activeMembers")).as("Olga and Pia").isEqualTo("2");
        count.all(Instant.now());
        cast.mo.delete(cast.at("members/%s", cast.mo.id())).says("204");
        count.all(null);
        count.all(Instant.now());
        assertThat(cast.ada.get(cast.at("monthly-usage")).ok().at("/items/0/activeMembers"))
                .isEqualTo("3");
        stage.sql()
                .execute(
                        "insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id, kind,"
                                + " object_kind, detail) values (now(), {0}, 'Ann', {1}, {2}, 'workspace.warned',"
                                + " 'workspace', jsonb_build_object())",
                        val(cast.ann.id()), val(cast.acme), val(cast.workspace));
        count.all(Instant.now());
        assertThat(cast.ada.get(cast.at("monthly-usage")).ok().at("/items/0/activeMembers"))
                .isEqualTo("3");
    }

    private static final Set<AuditKind> BY_THEMSELVES = EnumSet.of(
            AuditKind.WORKSPACE_DEACTIVATED,
            AuditKind.WORKSPACE_REACTIVATED,
            AuditKind.WORKSPACE_WARNED,
            AuditKind.WORKSPACE_PURGED,
            AuditKind.WORKSPACE_DELETED,
            AuditKind.WORKSPACE_QUOTA_NEARED,
            AuditKind.MEMBER_ADMITTED,
            AuditKind.PROJECT_PURGED,
            AuditKind.DATASET_DERIVATION_STOPPED,
            AuditKind.BUCKET_IMPORT_DONE,
            AuditKind.BUCKET_IMPORT_STOPPED,
            AuditKind.INFERENCE_EXPIRED,
            AuditKind.DRAFT_IMPORT_DONE,
            AuditKind.DRAFT_IMPORT_STOPPED);

    /** Mo did nothing until then; each kind of event by itself, and taken back. */
    @ParameterizedTest
    @EnumSource
    void onlyWhatSomebodyDoesMakesThemActive(AuditKind kind) {
        transaction.executeWithoutResult(status -> {
            int before = active();
            stage.sql()
                    .execute(
                            "insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id,"
                                    + " kind, object_kind, detail) values (now(), {0}, 'Mo', {1}, {2}, {3}, {4},"
                                    + " jsonb_build_object())",
                            val(cast.mo.id()),
                            val(cast.acme),
                            val(cast.workspace),
                            val(kind.code()),
                            val(kind.object()));
            assertThat(active() - before).isEqualTo(BY_THEMSELVES.contains(kind) ? 0 : 1);
            status.setRollbackOnly();
        });
    }

    private int active() {
        return usages.months(List.of(cast.workspace), null, 1)
                .getOrDefault(cast.workspace, List.of())
                .getFirst()
                .activeMembers();
    }

    /** Who did something shortly before the month ended, and not yet noted down by the job: theirs is the month before. */
    @Test
    void aMonthThatJustEndedHasAllWhoWereActive() {
        LocalDate last = NOW.minusMonths(1).atDay(1);
        Instant border = NOW.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            since(cast.workspace, NOW.minusMonths(1));
            stage.sql()
                    .execute(
                            "insert into audit_event (at, actor_id, actor_name, actor_organization_id, workspace_id,"
                                    + " kind, object_kind, detail) values ({0}, {1}, 'Mo', {2}, {3}, 'project.edited',"
                                    + " 'project', jsonb_build_object())",
                            val(border.minusSeconds(60)), val(cast.mo.id()), val(cast.acme), val(cast.workspace));
            stage.sql()
                    .execute(
                            "select set_config('kontor.now', {0}, true)",
                            val(border.plusSeconds(600).toString()));
            MonthlyUsage ended = usages.months(List.of(cast.workspace), last, 1)
                    .get(cast.workspace)
                    .getFirst();
            assertThat(ended.over()).isTrue();
            assertThat(ended.activeMembers()).isEqualTo(1);
            status.setRollbackOnly();
        });
    }
}
