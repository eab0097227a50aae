package dev.kontor.backup;

import static dev.kontor.backup.RestoreTest.all;
import static dev.kontor.backup.RestoreTest.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.SoftAssertions;

/** Something of all that a restored database forgets, and what becomes of it. */
final class Forgotten {
    private static final byte[] LARGE = "large".getBytes(StandardCharsets.UTF_8);

    private Forgotten() {}

    /** As the schema has it of which the backup is. */
    static void fill(Connection connection, Path home) throws SQLException, IOException {
        run(connection, """
            with o as (insert into organization (name, created_at) values ('Acme', now()) returning id),
            u as (insert into app_user (organization_id, name, email, created_at)
                  select id, 'Olga', 'olga@kontor.test', now() from o returning id),
            r as (insert into password_reset (digest, user_id, source, created_at, expires_at)
                  select '1', id, 'MAIL', now(), now() + interval '1 hour' from u)
            insert into session (digest, user_id, created_at, last_used_at, expires_at)
            select '1', id, now(), now(), now() + interval '1 day' from u\
            """);
        run(
                connection,
                "insert into content (digest, size, crc32, bytes, stored_at)"
                        + " values (sha256('one'), 3, 1, 'one', now())");
        run(connection, "select setval('annot_id', 41)");
        run(connection, "insert into loose_content (digest) values ('1')");
        fillStore(connection, home);
        fillMails(connection);
        fillWorkspace(connection);
    }

    /** An object, which nobody can tell from a file here, and one that is to be swept. */
    private static void fillStore(Connection connection, Path home) throws SQLException, IOException {
        run(
                connection,
                "insert into content (digest, size, crc32, object_id, head, stored_at)"
                        + " values (sha256('large'), 5, 1, uuidv7(), 'large', now())");
        String digest = all(connection, "select encode(sha256('large'), 'hex')").getFirst();
        Path folder = home.resolve("contents").resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4));
        Files.write(Files.createDirectories(folder).resolve(digest), LARGE);
        run(connection, "insert into loose_file (digest, object_id) values ('1', uuidv7())");
    }

    private static void fillMails(Connection connection) throws SQLException {
        run(connection, """
            insert into mail (kind, address, due_at, created_at, words)
            values ('PASSWORD_RESET', 'olga@kontor.test', now(), now(), '{"secret": true}')\
            """);
        run(connection, "insert into untold_event (event_id, due_at) values (uuidv7(), now())");
        run(connection, """
            insert into notification (user_id, event_id, kind, at, actor_id, actor_name, actor_organization_id,
                                      actor_organization, object_kind, mail_due)
            select id, uuidv7(), 'BRING_IN', now(), id, name, organization_id, 'Acme', 'USER', true from app_user\
            """);
    }

    /** A warning that has rested, a project at its last moment in the trash, a job and a download under way. */
    private static void fillWorkspace(Connection connection) throws SQLException {
        run(connection, """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
            values ('sweep-contents', 'recurring', now(), true, 'the first server', now(), 1)\
            """);
        run(connection, "set session_replication_role = replica"); // one row after the other
        run(connection, """
            with u as (select id, organization_id from app_user),
            w as (insert into workspace (organization_id, owner_id, name, created_by, created_at)
                  select organization_id, id, 'Acme', id, now() from u returning id, owner_id, organization_id),
            c as (insert into collaborator (workspace_id, organization_id, types, created_at)
                  select id, organization_id, '{OWNER}', now() from w),
            m as (insert into member (workspace_id, user_id, organization_id, types, joined_at, sort_name)
                  select id, owner_id, organization_id, '{OWNER}', now(), 'olga' from w),
            p as (insert into project (workspace_id, name, creator_id, created_at, trashed_at)
                  select id, 'Cats', owner_id, now(), now() - interval '29 days' from w
                  returning id, workspace_id, creator_id),
            d as (insert into dataset (workspace_id, project_id, name, owner_id, created_at)
                  select workspace_id, id, 'Day', creator_id, now() from p returning id, workspace_id, owner_id),
            l as (insert into line (workspace_id, dataset_id) select workspace_id, id from d returning id, dataset_id),
            v as (insert into version (line_id, number, dataset_id, message, author_id, created_at, items, bytes, added,
                                       changed, removed)
                  select l.id, 1, d.id, 'first', d.owner_id, now(), 0, 0, 0, 0, 0 from l join d on d.id = l.dataset_id
                  returning id, author_id),
            e as (insert into running_export (version_id, user_id, seen_at) select id, author_id, now() from v)
            insert into warning (workspace_id, ending, deadline, lead_ms, warned_at, watched_ms)
            select id, 'PURGE', now() + interval '5 minutes', 1, now() - interval '1 day', 0 from w\
            """);
        run(connection, "set session_replication_role = origin");
    }

    static void assertForgotten(Connection connection) throws SQLException {
        SoftAssertions each = new SoftAssertions();
        for (String table : new String[] {"session", "password_reset", "running_export", "loose_file", "warning"}) {
            each.assertThat(all(connection, "select count(*) from " + table))
                    .as(table)
                    .containsExactly("0");
        }
        each.assertThat(all(connection, "select count(*) from version")).containsExactly("1");
        each.assertThat(all(
                        connection,
                        "select picked || coalesce(picked_by, '') || (last_heartbeat is null)"
                                + " from scheduled_tasks"))
                .containsExactly("falsetrue");
        // large contents are files here
        each.assertThat(all(
                        connection, "select object_id is null and head is not null from content where bytes is null"))
                .containsExactly("t");
        each.assertThat(all(connection, "select state || words from mail")).containsExactly("DROPPED{}");
        each.assertThat(all(connection, "select mail_due from notification")).containsExactly("f");
        each.assertThat(all(connection, "select quiet from untold_event")).containsExactly("t");
        // nothing ends at once that was saved after the backup
        each.assertThat(all(connection, "select trashed_at > now() - interval '1 day' from project"))
                .containsExactly("t");
        // what counts transactions is the old database's alone: whoever adds another such column, forgets it in
        // restored()
        each.assertThat(all(connection, """
            select attrelid :: regclass || '.' || attname from pg_attribute a join pg_class c on c.oid = attrelid
            where relkind = 'r' and relnamespace = 'public' :: regnamespace
              and atttypid in ('xid8' :: regtype, 'xid' :: regtype) and attnum > 0\
            """)).containsExactly("project_storage.changed_by");
        each.assertAll();
    }
}
