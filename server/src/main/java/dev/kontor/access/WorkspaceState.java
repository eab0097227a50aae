package dev.kontor.access;

import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a workspace stands in its life, and whether it takes what is new. */
public enum WorkspaceState {
    TRIAL(""),
    ENTERPRISE(""),
    DEACTIVATED("The trial of this workspace has ended. It can be read and emptied, but takes nothing new until its"
            + " owner switches it to the Enterprise plan%s."),
    DELETION_SCHEDULED("This workspace is to be deleted%s. It can be read and emptied, but takes nothing new unless its"
            + " owner restores it."),
    PURGED("This workspace was purged. It takes nothing new until its owner switches it to the Enterprise plan.");

    /** The ones in which a workspace takes what is new, as the database names them. */
    public static final Set<String> WRITABLE = Set.of(TRIAL.name(), ENTERPRISE.name());

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final String reason;

    WorkspaceState(String reason) {
        this.reason = reason;
    }

    public boolean writable() {
        return WRITABLE.contains(name());
    }

    /** The refusal of whatever is more than taking away: why, and until when that can be changed. */
    Refused refused(@Nullable Instant until) {
        String when =
                switch (this) {
                    case DEACTIVATED -> until == null ? "" : ", which keeps everything until " + MINUTE.format(until);
                    case DELETION_SCHEDULED -> until == null ? "" : " on " + MINUTE.format(until);
                    default -> "";
                };
        Refused refused =
                Refusal.WORKSPACE_NOT_WRITABLE.refused(reason.formatted(when)).with("state", name());
        return until == null ? refused : refused.with("until", until.toString());
    }
}
