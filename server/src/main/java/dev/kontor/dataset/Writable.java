package dev.kontor.dataset;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.project.Project;

/** O-13: when nothing is written into a project. That the workspace takes what is new was asked with the grant. */
public final class Writable {
    private Writable() {}

    public static void check(Grant<InDataset> grant) {
        Project.checkOpen(grant.scope().archived(), grant.scope().trashed());
    }
}
