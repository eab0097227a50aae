package dev.kontor.plan;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Acme's workspace with everything that there can be in one, and a neighbour, Sam's, that has some of the same contents and a
 * copy of a dataset that was open to everybody; and what the clock does to it.
 */
final class Doomed {
    private static final int LARGE = 100_000;

    final Cast cast;
    /** By Sam's datasets and paths, what is to stay whatever becomes of Acme's. */
    final Map<String, byte[]> neighbours = new LinkedHashMap<>();

    private final PassTime time;
    private final Map<String, RecurringTask<Void>> jobs;
    private final UUID copies;

    Doomed(Stage stage, PassTime time, Map<String, RecurringTask<Void>> jobs) {
        this.cast = stage.castByRest();
        this.time = time;
        this.jobs = jobs;
        this.copies = stage.project(cast.sam, cast.elsewhereWorkspace, "Copies", "PUBLIC");
        Things things = new Things(cast);
        UUID dataset = things.dataset();
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        store(dataset);
        rows(dataset);
        copyFromOpen(dataset);
        DSLContext sql = stage.sql();
        stage.eventually(() -> sql.select(DERIVATION.ID)
                .from(DERIVATION)
                .where(DERIVATION.WORKSPACE_ID.eq(cast.workspace).and(DERIVATION.STATE.eq("DONE")))
                .fetchOptional(DERIVATION.ID));
    }

    private DSLContext sql() {
        return cast.stage.sql();
    }

    /** Nobody else has the like, so far. */
    private byte[] content(String what, int length) {
        byte[] text = (what + " of " + cast.workspace + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[Math.max(length, text.length)];
        System.arraycopy(text, 0, content, 0, text.length);
        return content;
    }

    /** Small and large contents: in versions, drafts and documents, only sent, alone here and in Sam's as well. */
    private void store(UUID dataset) {
        String draft = "datasets/" + dataset + "/drafts/"
                + cast.pia
                        .post("datasets/" + dataset + "/drafts", Map.of())
                        .ok()
                        .at("/number");
        for (int length : List.of(100, LARGE)) {
            cast.pia
                    .put(draft + "/item?path=own-" + length, content("own", length))
                    .ok();
            cast.pia
                    .put(draft + "/item?path=both-" + length, content("both", length))
                    .ok();
            cast.pia
                    .put(draft + "/item?path=copied-" + length, content("copied", length))
                    .ok();
            cast.pia.put(draft + "/item?path=sent", content("sent", length)).ok();
            cast.pia
                    .put("projects/" + cast.streets + "/documents/file?name=d" + length, content("document", length))
                    .ok();
            cast.pia
                    .put("projects/" + cast.streets + "/documents/file?name=b" + length, content("known", length))
                    .ok();
        }
        cast.pia.delete(draft + "/item?path=sent").ok();
        cast.pia.post(draft + "/commit", Map.of("message", "Contents")).ok();
        draft = "datasets/" + dataset + "/drafts/"
                + cast.pia
                        .post("datasets/" + dataset + "/drafts", Map.of())
                        .ok()
                        .at("/number");
        cast.pia.put(draft + "/item?path=drafted", content("drafted", LARGE)).ok();
        UUID theirs = cast.sam
                .post("projects/" + copies + "/datasets", Map.of("name", "Own"))
                .ok()
                .id();
        String other = "datasets/" + theirs + "/drafts/"
                + cast.sam.post("datasets/" + theirs + "/drafts", Map.of()).ok().at("/number");
        for (int length : List.of(100, LARGE)) {
            for (String what : List.of("both", "known")) {
                byte[] content = content(what, length);
                cast.sam.put(other + "/item?path=" + what + length, content).ok();
                neighbours.put("datasets/" + theirs + "/versions/main/content?path=" + what + length, content);
            }
        }
        cast.sam.post(other + "/commit", Map.of("message", "The same")).ok();
    }

    private void copyFromOpen(UUID dataset) {
        cast.olga.put("datasets/" + dataset + "/opening", null).ok();
        sql().execute(
                        "insert into opening values ({0}, {1}, {2}, now())",
                        val(dataset), val(cast.workspace), val(cast.ada.id()));
        var wanted = Map.of("name", "Copied", "sources", List.of(Map.of("datasetId", dataset, "version", "main")));
        UUID copy = cast.sam
                .post("projects/" + copies + "/derivations", wanted)
                .ok()
                .id();
        UUID made = cast.stage.eventually(() -> sql().select(DERIVATION.DATASET_ID)
                .from(DERIVATION)
                .where(DERIVATION.ID.eq(copy).and(DERIVATION.STATE.eq("DONE")))
                .fetchOptional(DERIVATION.DATASET_ID));
        for (int length : List.of(100, LARGE)) {
            neighbours.put(
                    "datasets/" + made + "/versions/main/content?path=copied-" + length, content("copied", length));
        }
    }

    /** What passes by quickly, or takes long to come about by request. */
    private void rows(UUID dataset) {
        Instant now = Instant.now();
        UUID w = cast.workspace;
        DSLContext sql = sql();
        sql.execute("insert into annot (workspace_id, labels) select {0}, '{}' from generate_series(1, 20)", val(w));
        sql.execute(
                "insert into waiting_member values ({0}, {1}, {2}, {3})",
                val(w), val(cast.rex.id()), val(cast.acme), val(now));
        run("countingDays");
        run("countingMonths");
        sql.execute("insert into inference_month values ({0}, '1999-01-01', 1)", val(w));
        sql.execute("insert into project_month values ({0}, '1999-01-01', {0}, 1, 1)", val(w));
        // a large dataset that was deleted a moment ago
        sql.execute("""
            with gone as (insert into leaving (workspace_id, project_id, dataset_id, open)
                          select workspace_id, project_id, gen_random_uuid(), false from dataset where id = {0} returning id)
            insert into leaving_line select -min(l.id), (select id from gone) from line l where l.dataset_id = {0}\
            """, val(dataset));
        sql.execute(
                "insert into item (line_id, path, added_in, size, media_type) select -min(id), 'gone', 1, 0,"
                        + " 'text/plain' from line where dataset_id = {0}",
                val(dataset));
        sql.execute("insert into workspace_logo values ({0}, 'image/png', 'x', 'mark')", val(w));
        sql.execute(
                "insert into running_export (version_id, user_id, seen_at)"
                        + " select id, author_id, {0} from version where dataset_id = {1} limit 1",
                val(now), val(dataset));
        sql.execute(
                "insert into member_addition_person select id, {0} from member_addition where workspace_id = {1}",
                val(cast.rex.id()), val(w));
        sql.execute("insert into imported_object values ({0}, 'front/one.png', 'mark', 'digest')", val(dataset));
        imported(dataset);
        for (String of : List.of(
                "import_item (import_id, path, key) select id, 'a', 'b'",
                "import_label select id, 'a', 1, 'BOX2D', 'c', '{}'",
                "import_problem (import_id, place, detail) select id, 'a', 'b'")) {
            sql.execute("insert into " + of + " from import where workspace_id = {0}", val(w));
        }
        cast.pia
                .put("datasets/" + dataset + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .ok();
    }

    /** Into another dataset, large as well, that is half gone. */
    private void imported(UUID dataset) {
        UUID gone = UUID.randomUUID();
        UUID read = UUID.randomUUID();
        DSLContext sql = sql();
        sql.execute("insert into imported_object values ({0}, 'front/one.png', 'mark', 'digest')", val(gone));
        sql.execute("insert into import_item (import_id, path, key) values ({0}, 'a', 'b')", val(read));
        sql.execute("insert into import_label values ({0}, 'a', 1, 'BOX2D', 'c', '{}')", val(read));
        sql.execute("""
            insert into leaving_row select {0}, kind, key, d.workspace_id, d.project_id
            from dataset d, (values ('imported_object', {0}), ('import_item', {1}), ('import_label', {1}), ('import_problem', {1})) k (kind, key)
            where d.id = {2}\
            """, val(gone), val(read), val(dataset));
    }

    /** Its time has come, and its warning went out and has rested. */
    void due(String state) {
        sql().update(WORKSPACE)
                .set(WORKSPACE.PLAN, "TRIAL")
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.TRIAL_ENDS_AT, Instant.now().minusSeconds(90))
                .set(WORKSPACE.PURGE_AT, Instant.now().minusSeconds(60))
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
        time.watch();
        time.warn(cast.workspace);
        sql().update(WARNING)
                .set(WARNING.WATCHED_MS, field("-100000000000", Long.class))
                .where(WARNING.WORKSPACE_ID.eq(cast.workspace))
                .execute();
    }

    void begin() {
        time.purge(cast.workspace);
    }

    void run(String job) {
        RecurringTask<Void> task = jobs.get(job);
        task.execute(task.instance("recurring"), null);
    }

    Map<String, Integer> rows() {
        return Inventory.of(sql(), cast.workspace);
    }
}
