package dev.kontor.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something is worth asking for again.
 *
 * @param event {@code changed} (something of that scope in that workspace, or in the organization), {@code notifications},
 *     or {@code all} (everything: rights changed, or something may have been missed)
 * @param scope what kind of thing: the first part of the kinds in docs/events.md
 */
record Hint(String event, @Nullable String scope, @Nullable UUID workspace) {
    static final Hint ALL = new Hint("all", null, null);
    static final Hint NOTIFICATIONS = new Hint("notifications", null, null);

    static Hint changed(String scope, @Nullable UUID workspace) {
        return new Hint("changed", scope, workspace);
    }
}
