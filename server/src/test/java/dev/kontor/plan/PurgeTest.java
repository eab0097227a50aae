package dev.kontor.plan;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * what a purge takes, what it leaves, and that it touches nobody else. The inventory is of every table that
 * there is, so a new one is in this test from its first day: somebody has to decide what becomes of it.
 */
@Specification
class PurgeTest {
    /** What a purge does with a table's rows of a workspace, and what the end of a deletion does with them. */
    private enum Fate {
        /** project contents: gone either way */
        PURGED,
        /** what A-15 lists: stays with a purge, goes with a deletion */
        KEPT,
        /** the log, and what people were told: outlives both (C-07) */
        STAYS
    }

    /** How the rows of a workspace are found where a table does not say whose they are. */
    private static final Map<String, String> THROUGH = Map.ofEntries(
            Map.entry("workspace", "id = {0}"),
            Map.entry("version", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("draft", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("branch", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("item", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("tag", "dataset_id in (select id from dataset where workspace_id = {0})"),
            Map.entry("project_content", "project_id in (select id from project where workspace_id = {0})"),
            Map.entry("import_item", "import_id in (select id from import where workspace_id = {0})"),
            Map.entry("import_label", "import_id in (select id from import where workspace_id = {0})"),
            Map.entry("import_problem", "import_id in (select id from import where workspace_id = {0})"),
            Map.entry("imported_object", "dataset_id in (select id from dataset where workspace_id = {0})"),
            Map.entry("sent_content", "dataset_id in (select id from dataset where workspace_id = {0})"),
            Map.entry(
                    "running_export",
                    "version_id in (select v.id from version v join line l on l.id = v.line_id where l.workspace_id ="
                            + " {0})"),
            Map.entry(
                    "member_addition_person",
                    "addition_id in (select id from member_addition where workspace_id = {0})"));

    /** Tables of nobody's workspace. */
    private static final List<String> ELSEWHERE = List.of(
            "access_key",
            "app_user",
            "auto_invite_refusal",
            "content",
            "event_publication",
            "flyway_schema_history",
            "kept_answer",
            "loose_annot",
            "loose_content",
            "loose_file",
            "mail",
            "notification_preference",
            "organization",
            "password_reset",
            "registration",
            "picture",
            "scheduled_tasks",
            "session",
            "sign_in_attempt",
            "thumbnail",
            "untold_event",
            "user_invitation",
            "watched_time",
            "workforce_access");

    private static final Map<Fate, List<String>> FATES = Map.of(
            Fate.PURGED,
            List.of(
                    "annot",
                    "application",
                    "authentication_info",
                    "branch",
                    "bucket_import",
                    "catalog",
                    "collaborator_project",
                    "dataset",
                    "dataset_grant",
                    "dataset_link",
                    "dataset_word",
                    "derivation",
                    "document",
                    "draft",
                    "import",
                    "import_item",
                    "import_label",
                    "import_problem",
                    "imported_object",
                    "invitation_project",
                    "item",
                    "line",
                    "opening",
                    "project",
                    "project_content",
                    "project_member",
                    "project_storage",
                    "running_export",
                    "sent_content",
                    "tag",
                    "version"),
            Fate.KEPT,
            List.of(
                    "collaborator",
                    "former_member",
                    "member",
                    "member_addition",
                    "member_addition_person",
                    "organization_day",
                    "project_day",
                    "waiting_member",
                    "warning",
                    "workspace_day",
                    "workspace_invitation",
                    "workspace_logo"),
            Fate.STAYS,
            List.of("audit_event", "notification", "purge", "workspace"));

    /** Not there before a purge; and what goes with its dataset by the schema, and takes a bucket or a file of labels. */
    private static final List<String> UNUSUAL = List.of(
            "purge",
            "authentication_info",
            "bucket_import",
            "import",
            "import_item",
            "import_label",
            "import_problem",
            "imported_object");

    @Autowired
    Stage stage;

    @Autowired
    PassTime time;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    private void run(String job) {
        RecurringTask<Void> task = jobs.get(job);
        task.execute(task.instance("recurring"), null);
    }

    private List<String> tables() {
        return stage.sql()
                .fetch("select table_name::text from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' order by 1")
                .into(String.class);
    }

    private static Fate fate(String table) {
        return FATES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody decided what a purge does with " + table));
    }

    private Map<String, Integer> inventory(UUID workspace) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : tables()) {
            if (!ELSEWHERE.contains(table)) {
                String whose = THROUGH.getOrDefault(table, "workspace_id = {0}");
                counts.put(
                        table,
                        stage.sql()
                                .fetchSingle("select count(*)::int from " + table + " where " + whose, val(workspace))
                                .into(Integer.class));
            }
        }
        return counts;
    }

    /** Everything that there can be in a workspace, and a copy of one of its datasets elsewhere. */
    private UUID fill(Cast cast) {
        Things things = new Things(cast);
        UUID dataset = things.dataset();
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        seldom(cast, dataset);
        cast.olga.put("datasets/" + dataset + "/opening", null).ok();
        stage.sql()
                .execute(
                        "insert into opening values ({0}, {1}, {2}, now())",
                        val(dataset), val(cast.workspace), val(cast.ada.id()));
        UUID project = stage.project(cast.sam, cast.elsewhereWorkspace, "Copies", "PUBLIC");
        UUID copy = cast.sam
                .post(
                        "projects/" + project + "/derivations",
                        Map.of("name", "Copied", "sources", List.of(Map.of("datasetId", dataset, "version", "main"))))
                .ok()
                .id();
        stage.eventually(() -> stage.sql()
                .select(DERIVATION.DATASET_ID)
                .from(DERIVATION)
                .where(DERIVATION.ID.eq(copy).and(DERIVATION.STATE.eq("DONE")))
                .fetchOptional(DERIVATION.DATASET_ID));
        stage.eventually(() -> stage.sql()
                .select(DERIVATION.ID)
                .from(DERIVATION)
                .where(DERIVATION.WORKSPACE_ID.eq(cast.workspace).and(DERIVATION.STATE.eq("DONE")))
                .fetchOptional(DERIVATION.ID));
        return stage.sql()
                .select(DERIVATION.DATASET_ID)
                .from(DERIVATION)
                .where(DERIVATION.ID.eq(copy))
                .fetchSingle(DERIVATION.DATASET_ID);
    }

    /** What passes by quickly, or takes long to come about by request. */
    private void seldom(Cast cast, UUID dataset) {
        var sql = stage.sql();
        Instant now = Instant.now();
        UUID w = cast.workspace;
        sql.execute("insert into annot (workspace_id, labels) select {0}, '{}' from generate_series(1, 20)", val(w));
        sql.execute(
                "insert into waiting_member values ({0}, {1}, {2}, {3})",
                val(w), val(cast.rex.id()), val(cast.acme), val(now));
        run("countingDays");
        sql.execute("insert into workspace_logo values ({0}, 'image/png', 'x', 'mark')", val(w));
        sql.execute(
                "insert into running_export (version_id, user_id, seen_at)"
                        + " select id, author_id, {0} from version where dataset_id = {1} limit 1",
                val(now), val(dataset));
        sql.execute(
                "insert into member_addition_person select id, {0} from member_addition where workspace_id = {1}",
                val(cast.rex.id()), val(w));
        cast.pia
                .put("datasets/" + dataset + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .ok();
    }

    /** Its time has come, and its warning went out and has rested. */
    private void due(Cast cast, String state) {
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PLAN, "TRIAL")
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.TRIAL_ENDS_AT, Instant.now().minusSeconds(90))
                .set(WORKSPACE.PURGE_AT, Instant.now().minusSeconds(60))
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
        time.watch();
        time.warn(cast.workspace);
        stage.sql()
                .update(WARNING)
                .set(WARNING.WATCHED_MS, field("-100000000000", Long.class))
                .where(WARNING.WORKSPACE_ID.eq(cast.workspace))
                .execute();
    }

    @ParameterizedTest(name = "{0}: user list and settings stay: {1}")
    @CsvSource({"DEACTIVATED, true", "DELETION_SCHEDULED, false"})
    void takesEveryTablesRowsOrLeavesThem(String state, boolean keeps) {
        Cast cast = stage.cast();
        UUID copy = fill(cast);
        due(cast, state);
        Map<String, Integer> before = inventory(cast.workspace);
        Map<String, Integer> elsewhere = inventory(cast.elsewhereWorkspace);
        assertThat(before)
                .as("a purge of nothing proves nothing")
                .allSatisfy((table, rows) -> assertThat(rows > 0 || UNUSUAL.contains(table))
                        .as(table)
                        .isTrue());
        time.purge(cast.workspace);
        Client olga = cast.olga;
        assertThat(olga.get("projects/" + cast.streets).said()).startsWith("404");
        olga.get("workspaces/" + cast.workspace).says(keeps ? "200" : "404 not-found");
        run("purgeProjects");
        run("finishingPurges");
        Map<String, Integer> after = inventory(cast.workspace);
        after.forEach((table, rows) -> {
            Integer expected =
                    switch (fate(table)) {
                        case PURGED -> 0;
                        case KEPT -> keeps ? before.get(table) : 0;
                        case STAYS -> table.equals("purge") ? 0 : null;
                    };
            if (expected != null) {
                assertThat(rows).as(table).isEqualTo(expected);
            } else {
                assertThat(rows).as(table).isGreaterThanOrEqualTo(before.get(table));
            }
        });
        assertThat(inventory(cast.elsewhereWorkspace)).isEqualTo(elsewhere);
        assertThat(cast.sam
                        .get("datasets/" + copy + "/versions/main/content?path=front/one.png")
                        .said())
                .isEqualTo("200");
    }

    /** whoever switches while the purge is at work starts again, and what they make stays. */
    @Test
    void aNewLifeBeginsWhileTheOldOneIsStillBeingDeleted() {
        Cast cast = stage.cast();
        fill(cast);
        due(cast, "DEACTIVATED");
        time.purge(cast.workspace);
        cast.olga.post(cast.at("restoration"), null).says("409 no-deletion-scheduled");
        cast.pia.post(cast.at("projects"), Map.of("name", "Again")).says("409 workspace-not-writable");
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        Map<String, Integer> none = inventory(cast.workspace);
        UUID project = stage.project(cast.pia, cast.workspace, "Again", "PUBLIC");
        cast.pia
                .post("projects/" + project + "/documents", Map.of("name", "Rules", "url", "https://example.org"))
                .ok();
        run("purgeProjects");
        run("finishingPurges");
        assertThat(cast.pia.get(cast.at("projects")).items("/name")).containsExactly("Again");
        Map<String, Integer> now = inventory(cast.workspace);
        assertThat(now.get("document")).isEqualTo(1);
        assertThat(now.get("project")).isEqualTo(1);
        assertThat(now.get("item")).isZero();
        assertThat(now.get("member")).isEqualTo(none.get("member"));
    }

    /** one that is gone for good counts no more. */
    @Test
    void itsCreatorMayMakeAnother() {
        Client person = stage.stranger("Wanda");
        UUID workspace = person.post("workspaces", Map.of("name", "Own")).ok().id();
        person.delete("workspaces/" + workspace + "?name=Own").says("204");
        person.post("workspaces", Map.of("name", "Another")).says("409 workspace-already-created");
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PURGE_AT, Instant.now().minusSeconds(60))
                .where(WORKSPACE.ID.eq(workspace))
                .execute();
        time.watch();
        time.warn(workspace);
        stage.sql()
                .update(WARNING)
                .set(WARNING.WATCHED_MS, -100_000_000_000L)
                .where(WARNING.WORKSPACE_ID.eq(workspace))
                .execute();
        time.purge(workspace);
        assertThat(person.get("workspaces").items()).isEmpty();
        person.post("workspaces", Map.of("name", "Another")).says("201");
        run("finishingPurges");
        run("finishingPurges");
        assertThat(person.get("workspaces").items("/name")).containsExactly("Another");
    }
}
