package dev.kontor.access;

import static dev.kontor.access.ProjectVisibility.Viewer.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who passes a project's second gate (C-10, C-11, O-11): a row is a visibility, a column what somebody is to the
 * project. For checks and lists the rule is written in SQL ({@code facts.sight}, {@link Sight}); a test holds that
 * against this table.
 */
public enum ProjectVisibility {
    // spotless:off
    PRIVATE (ADMIN, CREATOR),
    SHARED  (ADMIN, CREATOR, CHOSEN),
    PUBLIC  (ADMIN, CREATOR, CHOSEN, HOUSE, PARTNER_WITH_ROLE);
    // spotless:on

    /** What a member may be to a project that they ask to see. All but ADMIN stand before the first gate too. */
    public enum Viewer {
        /** workspace admin: passes both gates */
        ADMIN,
        CREATOR,
        /** on the project's list of members */
        CHOSEN,
        /** from the organization that owns the workspace */
        HOUSE,
        /** from a partner, with a role above MEMBER */
        PARTNER_WITH_ROLE,
        /** from a partner, with none */
        PARTNER_MEMBER
    }

    private final Set<Viewer> viewers;

    ProjectVisibility(Viewer... viewers) {
        this.viewers = EnumSet.copyOf(List.of(viewers));
    }

    public boolean opensTo(Viewer viewer) {
        return viewers.contains(viewer);
    }
}
