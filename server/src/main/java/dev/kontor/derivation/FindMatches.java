package dev.kontor.derivation;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.draft.Fillings;
import dev.kontor.version.Item;
import dev.kontor.version.Items;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import dev.kontor.web.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts which items of a version fit, and shows the first of them; what takes too long is given up. */
@Component
class FindMatches {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SHOWN = 12;
    private static final String CANCELLED = "57014";

    private final Access access;
    private final Spots spots;
    private final Items items;
    private final Fillings fillings;

    FindMatches(Access access, Spots spots, Items items, Fillings fillings) {
        this.access = access;
        this.spots = spots;
        this.items = items;
        this.fillings = fillings;
    }

    /** How many items of a version fit, and the first twelve of them. */
    record Matches(long count, List<Item> items) {
        Matches {
            items = List.copyOf(items);
        }
    }

    @Transactional(readOnly = true)
    public Matches find(Actor actor, UUID datasetId, String ref, Condition fits) {
        return find(actor, datasetId, ref, fits, LONGEST);
    }

    @Transactional(readOnly = true)
    public Matches find(Actor actor, UUID datasetId, String ref, Condition fits, Duration longest) {
        access.require(actor, DatasetPermission.DATASET_USE, datasetId);
        Spot spot = spots.version(actor, datasetId, ref);
        fillings.atMost(longest);
        try {
            return new Matches(fillings.count(spot, fits), items.fitting(spot, fits, SHOWN));
        } catch (RuntimeException e) {
            if (cancelled(e)) {
                throw Refusal.MATCHING_TAKES_TOO_LONG.refused(longest.toSeconds());
            }
            throw e;
        }
    }

    private static boolean cancelled(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()));
    }
}
