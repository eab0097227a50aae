package dev.kontor.statistic;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The SQL of reading the figures of days. */
@Component
class Days {
    private static final int MOST = 1_000;
    private static final int LARGEST = 200;

    private final DSLContext sql;

    Days(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A workspace on a day.
     *
     * @param partners organizations besides the owning one
     * @param ongoing projects; {@code archived} and {@code trashed} are those in other states
     * @param items of the newest versions
     * @param bytes what counts as storage (O-08); open datasets apart
     * @param actions that the log tells of, those by the clock and of long work among them
     * @param active people who did something themselves
     */
    record Day(
            LocalDate day,
            int members,
            int partners,
            int ongoing,
            int archived,
            int trashed,
            long datasets,
            long items,
            long versions,
            long documents,
            long bytes,
            long openBytes,
            int actions,
            int active) {}

    record ProjectDay(
            LocalDate day,
            UUID projectId,
            String name,
            String state,
            int members,
            long datasets,
            long items,
            long versions,
            long documents,
            long bytes,
            long openBytes) {}

    record OrganizationDay(LocalDate day, UUID organizationId, String name, int members, int actions) {}

    List<Day> workspace(Grant<InWorkspace> grant, LocalDate from, LocalDate to) {
        var d = WORKSPACE_DAY;
        return sql.select(
                        d.DAY,
                        d.MEMBERS,
                        d.PARTNERS,
                        d.ONGOING,
                        d.ARCHIVED,
                        d.TRASHED,
                        d.DATASETS,
                        d.ITEMS,
                        d.VERSIONS,
                        d.DOCUMENTS,
                        d.BYTES,
                        d.OPEN_BYTES,
                        d.ACTIONS,
                        d.ACTIVE)
                .from(d)
                .where(d.WORKSPACE_ID.eq(grant.id()).and(d.DAY.between(from, to)))
                .orderBy(d.DAY)
                .limit(inline(MOST))
                .fetch(Records.mapping(Day::new));
    }

    /** Of one project. */
    List<ProjectDay> project(Grant<InWorkspace> grant, LocalDate from, LocalDate to, UUID project) {
        return projects(PROJECT_DAY.PROJECT_ID.eq(project).and(PROJECT_DAY.DAY.between(from, to)), grant, MOST);
    }

    /** The largest of a day: who has thousands looks at the first of them. */
    List<ProjectDay> largest(Grant<InWorkspace> grant, LocalDate day) {
        return projects(PROJECT_DAY.DAY.eq(day), grant, LARGEST);
    }

    private List<ProjectDay> projects(Condition which, Grant<InWorkspace> grant, int most) {
        var d = PROJECT_DAY;
        return sql.select(
                        d.DAY,
                        d.PROJECT_ID,
                        d.NAME,
                        d.STATE,
                        d.MEMBERS,
                        d.DATASETS,
                        d.ITEMS,
                        d.VERSIONS,
                        d.DOCUMENTS,
                        d.BYTES,
                        d.OPEN_BYTES)
                .from(d)
                .where(d.WORKSPACE_ID.eq(grant.id()).and(which))
                .orderBy(d.DAY, d.BYTES.desc(), d.PROJECT_ID)
                .limit(inline(most))
                .fetch(Records.mapping(ProjectDay::new));
    }

    /** Of one organization, or of all, the largest of a day first. */
    List<OrganizationDay> organizations(
            Grant<InWorkspace> grant, LocalDate from, LocalDate to, Optional<UUID> organization) {
        var d = ORGANIZATION_DAY;
        return sql.select(d.DAY, d.ORGANIZATION_ID, d.NAME, d.MEMBERS, d.ACTIONS)
                .from(d)
                .where(d.WORKSPACE_ID.eq(grant.id()).and(d.DAY.between(from, to)))
                .and(organization.map(d.ORGANIZATION_ID::eq).orElse(noCondition()))
                .orderBy(d.DAY, d.MEMBERS.desc(), d.ORGANIZATION_ID)
                .limit(inline(MOST))
                .fetch(Records.mapping(OrganizationDay::new));
    }
}
