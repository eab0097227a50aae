package dev.kontor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Documents;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/events.md is {@link AuditKind}, written out. */
class EventsDocumentTest {
    @Test
    void isCurrent() {
        Documents.isCurrent("events.md", """
            # What stands in the log

            Generated from `server/src/main/java/dev/kontor/audit/AuditKind.java`; change that, then run the tests once with
            `-Dkontor.write-docs=true`.

            Every change is written to the log in its own transaction (C-07); the database lets nobody change or delete it. An
            entry has an `id`, a time (`at`), the `actor` with id and name at that time, `byKey` where an access key acted, the
            `kind`, the `object` (`kind`, `id`, `name`) and `detail`, which carries at most the particulars named here: names, ids,
            numbers and constants, never contents. Kinds are stable: a name that was ever in a log is never changed.

            | kind | object | what happened | particulars |
            | --- | --- | --- | --- |
            %s\
            """.formatted(
                Arrays.stream(AuditKind.values()).map(EventsDocumentTest::row).collect(Collectors.joining())));
    }

    @Test
    void kindsAreScopeAndAction() {
        assertThat(Arrays.stream(AuditKind.values()).map(AuditKind::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+\\.[a-z-]+"));
    }

    private static String row(AuditKind kind) {
        String particulars =
                kind.details().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |\n".formatted(kind.code(), kind.object(), kind.sentence(), particulars);
    }
}
