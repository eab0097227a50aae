package dev.kontor.bench.served;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lets time pass: that of a workspace comes, a job runs now; and says what of a purge is still to be done. */
@RestController
class LettingTimePass {
    private final DSLContext sql;
    private final Map<String, RecurringTask<Void>> jobs;

    LettingTimePass(DSLContext sql, Map<String, RecurringTask<Void>> jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    /** It is purged with the next look at the clock, its last warning a long time ago. */
    @GetMapping("/bench/due/{workspaceId}")
    String due(@PathVariable UUID workspaceId) {
        sql.execute("""
            insert into warning (workspace_id, ending, deadline, lead_ms, warned_at, watched_ms)
            select {0}, 'PURGE', now() :: timestamptz(3), 86400000, now(), -100000000000\
            """, workspaceId);
        sql.execute("""
            update workspace set purge_at = (select deadline from warning where workspace_id = {0}) where id = {0}\
            """, workspaceId);
        return "due";
    }

    /** What is left: of the purge, of contents and files that were let go of, of labels. */
    @GetMapping("/bench/left/{workspaceId}")
    String left(@PathVariable UUID workspaceId) {
        return sql.fetchSingle("""
            select concat_ws(' ',
                case when exists (select from workspace where id = {0} and state <> 'PURGED') then 'begin' end,
                case when exists (select from project where workspace_id = {0}) then 'projects' end,
                case when exists (select from purge where workspace_id = {0}) then 'purge' end,
                case when exists (select from loose_content) then 'contents' end,
                case when exists (select from loose_file) then 'files' end,
                case when exists (select from loose_annot) then 'labels' end)\
            """, workspaceId).into(String.class);
    }

    /** How many milliseconds a job takes. */
    @GetMapping("/bench/job/{name}")
    String job(@PathVariable String name) {
        RecurringTask<Void> job = Objects.requireNonNull(jobs.get(name));
        long start = System.nanoTime();
        job.execute(job.instance("recurring"), null);
        return Long.toString((System.nanoTime() - start) / 1_000_000);
    }
}
