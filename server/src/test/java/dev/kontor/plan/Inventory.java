package dev.kontor.plan;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * How many rows of a workspace there are in every table that there is, and what a purge is to do with them. A new table is in
 * it from its first day: somebody has to decide.
 */
final class Inventory {
    /** What a purge does with a table's rows of a workspace, and what the end of a deletion does with them. */
    enum Fate {
        /** project contents: gone either way */
        PURGED,
        /** what A-15 lists: stays with a purge, goes with a deletion */
        KEPT,
        /** the log, and what people were told: outlives both (C-07) */
        STAYS
    }

    private static final String OR_LEAVING = " union all select key from leaving_row where workspace_id = {0})";

    /** How the rows of a workspace are found where a table does not say whose they are. */
    private static final Map<String, String> THROUGH = Map.ofEntries(
            Map.entry("workspace", "id = {0}"),
            Map.entry("version", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("draft", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry("branch", "line_id in (select id from line where workspace_id = {0})"),
            Map.entry(
                    "item",
                    "line_id in (select id from line where workspace_id = {0} union all select y.line_id from"
                            + " leaving_line y join leaving v on v.id = y.leaving_id where v.workspace_id = {0})"),
            Map.entry("tag", "dataset_id in (select id from dataset where workspace_id = {0})"),
            Map.entry("project_content", "project_id in (select id from project where workspace_id = {0})"),
            // those of its projects' last days come with the purge
            Map.entry("project_month", "workspace_id = {0} and month < '2000-01-01'"),
            Map.entry("import_item", "import_id in (select id from import where workspace_id = {0}" + OR_LEAVING),
            Map.entry("import_label", "import_id in (select id from import where workspace_id = {0}" + OR_LEAVING),
            Map.entry("import_problem", "import_id in (select id from import where workspace_id = {0}" + OR_LEAVING),
            Map.entry("leaving_line", "leaving_id in (select id from leaving where workspace_id = {0})"),
            Map.entry("imported_object", "dataset_id in (select id from dataset where workspace_id = {0}" + OR_LEAVING),
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
            "installation",
            "kept_answer",
            "loose_annot",
            "loose_content",
            "loose_file",
            "mail",
            "mailed_link",
            "notification_preference",
            "organization",
            "password_reset",
            "registration",
            "picture",
            "scheduled_tasks",
            "session",
            "sign_in_attempt",
            "swept_object",
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
                    "inference_reservation",
                    "invitation_project",
                    "item",
                    "leaving",
                    "leaving_line",
                    "leaving_row",
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
                    "active_member",
                    "collaborator",
                    "former_member",
                    "inference_month",
                    "inference_use",
                    "member",
                    "member_addition",
                    "member_addition_person",
                    "organization_day",
                    "project_day",
                    "project_month",
                    "waiting_member",
                    "warning",
                    "workspace_day",
                    "workspace_invitation",
                    "workspace_logo",
                    "workspace_month"),
            Fate.STAYS,
            List.of("audit_event", "notification", "purge", "workspace"));

    private Inventory() {}

    private static List<String> tables(DSLContext sql) {
        return sql.fetch("select table_name::text from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' order by 1")
                .into(String.class);
    }

    static Fate fate(String table) {
        return FATES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody decided what a purge does with " + table));
    }

    /** What hangs on nothing any more, by which it could be found: nobody's, and nobody ever deletes it. */
    static int lost(DSLContext sql) {
        return sql.fetchSingle("""
            select (select count(*) from imported_object o where not exists (select from dataset d where d.id = o.dataset_id)
                      and not exists (select from leaving_row r where r.key = o.dataset_id))
                 + (select count(*) from (select import_id from import_item union all select import_id from import_label
                                          union all select import_id from import_problem) o
                    where not exists (select from import i where i.id = o.import_id)
                      and not exists (select from leaving_row r where r.key = o.import_id))\
            """).into(Integer.class);
    }

    static Map<String, Integer> of(DSLContext sql, UUID workspace) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : tables(sql)) {
            if (!ELSEWHERE.contains(table)) {
                String whose = THROUGH.getOrDefault(table, "workspace_id = {0}");
                counts.put(
                        table,
                        sql.fetchSingle("select count(*)::int from " + table + " where " + whose, val(workspace))
                                .into(Integer.class));
            }
        }
        return counts;
    }
}
