package dev.kontor.member;

import dev.kontor.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * K-11, M-08: all existing people of an organization on their way into a workspace. A job that acts with its starter's
 * rights; {@code handled} of {@code total} were looked at so far, {@code added} of them became members.
 */
record MemberAddition(
        UUID id,
        UUID workspaceId,
        Person.Organization organization,
        UUID starterId,
        @Nullable UUID keyId,
        State state,
        @Nullable String reason,
        int total,
        int handled,
        int added,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** STOPPED: its starter might not do it any more; the reason is the code of that refusal. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        STOPPED
    }
}
