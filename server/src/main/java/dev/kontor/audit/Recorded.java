package dev.kontor.audit;

import java.util.List;
import java.util.UUID;

/** Events were written to the log. Heard in the same transaction, before its commit. */
public record Recorded(List<Entry> entries) {
    public Recorded {
        entries = List.copyOf(entries);
    }

    public record Entry(UUID id, AuditKind kind) {}
}
