package dev.kontor.dataset;

import static dev.kontor.web.Refusal.WORKSPACE_NOT_WRITABLE;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Standing;
import dev.kontor.project.Project;
import java.util.Set;

/** When nothing is written: in a workspace that is not active, in an archived project (O-13). */
public final class Writable {
    private static final Set<String> ACTIVE = Set.of("TRIAL", "ENTERPRISE");

    private Writable() {}

    public static void check(Grant<InDataset> grant) {
        grant.scope().standing().ifPresent(Writable::active);
        notArchived(grant);
    }

    /** What only takes away is possible in any state of the workspace. */
    public static void notArchived(Grant<InDataset> grant) {
        Project.checkOpen(grant.scope().archived(), grant.scope().trashed());
    }

    static void checkProject(Grant<InProject> grant) {
        active(grant.scope().standing());
        Project.checkOpen(grant);
    }

    private static void active(Standing standing) {
        if (!ACTIVE.contains(standing.state())) {
            throw WORKSPACE_NOT_WRITABLE.refused(standing.state());
        }
    }
}
