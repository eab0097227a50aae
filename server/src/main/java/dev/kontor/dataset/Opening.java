package dev.kontor.dataset;

import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspacePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * T-03: how a dataset stands on its way to everybody, and what whoever confirms it should know.
 *
 * @param asked by whom and when, while somebody asks for it
 * @param sources whose people committed what is in it
 * @param origins what it was derived from, and what those were derived from
 * @param otherOrigins how many more of those there are, which the reader does not see or which are gone (O-03)
 * @param can {@code OPENING_ASK}, {@code OPENING_CONFIRM} (opens it, asked for or not), {@code OPENING_REJECT},
 *     {@code OPENING_WITHDRAW}
 */
record Opening(
        UUID datasetId,
        String name,
        DatasetVisibility visibility,
        @Nullable Asked asked,
        List<Source> sources,
        List<Origin> origins,
        int otherOrigins,
        List<String> can) {
    Opening {
        origins = List.copyOf(origins);
        sources = List.copyOf(sources);
        can = List.copyOf(can);
    }

    record Asked(Person by, Instant at) {}

    /** Items that were added or changed, by people of one organization. */
    record Source(String organization, int versions, long items) {}

    /** A version of a dataset that items were taken from, and whose workspace that is. */
    record Origin(String dataset, long version, @Nullable String organization) {}

    /** What the reader sees of it, and how many there are besides. */
    record Origins(List<Origin> seen, int others) {}

    /** Whether this dataset admin needs nobody's confirmation: as a workspace admin, or where a setting waives it. */
    static boolean confirms(Grant<InDataset> grant, DatasetSettings settings) {
        return !settings.openingConfirmed() || mayConfirm(grant);
    }

    static boolean mayConfirm(Grant<InDataset> grant) {
        return WorkspacePermission.WORKSPACE_EDIT.heldBy(grant.roles())
                && grant.actor().carries(WorkspacePermission.WORKSPACE_EDIT);
    }

    static List<String> can(Grant<InDataset> grant, DatasetSettings settings, DatasetVisibility now, boolean asked) {
        List<String> can = new ArrayList<>();
        if (now == DatasetVisibility.OPEN) {
            return can;
        }
        can.add(confirms(grant, settings) ? "OPENING_CONFIRM" : "OPENING_ASK");
        if (asked) {
            can.add(mayConfirm(grant) ? "OPENING_REJECT" : "OPENING_WITHDRAW");
        }
        return can;
    }
}
