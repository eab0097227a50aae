package dev.kontor.workspace;

import dev.kontor.web.Description;
import dev.kontor.web.Name;
import org.jspecify.annotations.Nullable;

/**
 * What is to be edited; what is absent stays.
 *
 * @param implicitMembers whether people who join the organization become members by themselves (M-09)
 */
record WorkspaceChange(
        @Nullable Name name,
        @Nullable Description description,
        @Nullable Boolean implicitMembers) {

    /** nobody comes in by themselves any more, and nothing else changes. */
    boolean onlyNarrows() {
        return Boolean.FALSE.equals(implicitMembers) && name == null && description == null;
    }
}
