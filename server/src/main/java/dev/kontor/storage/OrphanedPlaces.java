package dev.kontor.storage;

import static kontor.tables.Tables.CONTENT;
import static kontor.tables.Tables.SWEPT_OBJECT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The SQL of files and objects that nothing refers to. Whoever comes to refer to one shares a lock that whoever takes one
 * away holds alone: which was first is told by that, whatever clocks say. A file that was taken away is missing then; an
 * object, about which no transaction asks the store, is remembered.
 */
@Component
class OrphanedPlaces implements LargeContents.Orphans {
    /** One for each part of all digests, so that who sends files and who takes them away seldom meet. */
    private static final int LOCKS = 64;

    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final StoreMarks marks;

    OrphanedPlaces(DSLContext sql, PlatformTransactionManager transactions, StoreMarks marks) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.marks = marks;
    }

    /** Until the transaction ends nothing is taken away; says which of those objects were before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> hold(Collection<Place> places) {
        Integer[] locks =
                places.stream().map(OrphanedPlaces::lock).distinct().sorted().toArray(Integer[]::new);
        sql.execute(
                "select pg_advisory_xact_lock_shared({0}) from unnest({1}) as part", key(field("part")), val(locks));
        UUID[] objects = objects(places);
        return objects.length == 0
                ? Set.of()
                : sql.select(SWEPT_OBJECT.OBJECT_ID)
                        .from(SWEPT_OBJECT)
                        .where(SWEPT_OBJECT.OBJECT_ID.eq(any(objects)))
                        .fetchSet(SWEPT_OBJECT.OBJECT_ID);
    }

    /** Those that nothing refers to, and about which nobody is just deciding: nobody waits here who sends something. */
    @Override
    public int take(Collection<Place> places, LargeContents.Removal removal) throws IOException {
        Map<Integer, List<Place>> parts = places.stream().collect(Collectors.groupingBy(OrphanedPlaces::lock));
        int removed = 0;
        for (var part : parts.entrySet()) {
            removed += take(part.getKey(), part.getValue(), removal);
        }
        return removed;
    }

    /** What was just kept: an object has a name of its own, but a file may be another installation's, too. */
    void takeBack(Place place, LargeContents.Removal removal) throws IOException {
        if (place.object() != null || marks.ours()) {
            take(List.of(place), removal);
        }
    }

    private int take(int lock, List<Place> places, LargeContents.Removal removal) {
        int[] removed = new int[1];
        List<Place> objects = null;
        for (int tries = 0; objects == null && tries < TRIES; tries++) {
            if (tries > 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            objects = transaction.execute(status -> {
                if (!sql.fetchSingle("select pg_try_advisory_xact_lock({0})", key(val(lock)))
                        .get(0, boolean.class)) {
                    return null;
                }
                return held() ? List.<Place>of() : takeFiles(places, removal, removed);
            });
        }
        // nobody comes to refer to them any more, and no transaction waits for the store
        for (Place object : objects == null ? List.<Place>of() : objects) {
            removed[0] += remove(object, removal);
        }
        return removed[0];
    }

    /** Says which objects are to go. */
    private List<Place> takeFiles(List<Place> places, LargeContents.Removal removal, int[] removed) {
        Set<Place> named = named(places);
        List<Place> objects = new ArrayList<>();
        for (Place place : places) {
            if (!named.contains(place) && place.object() == null) {
                removed[0] += remove(place, removal);
            } else if (!named.contains(place)) {
                objects.add(place);
            }
        }
        remember(objects);
        return objects;
    }

    private static int lock(Place place) {
        return Math.floorMod(place.digest().bytes()[0], LOCKS);
    }

    private static Field<Long> key(Field<?> lock) {
        return field("hashtextextended('files without a content ' || {0}, 4)", Long.class, lock);
    }

    private static int remove(Place place, LargeContents.Removal removal) {
        try {
            return removal.remove(place) ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(List<Place> places) {
        for (UUID object : objects(places)) {
            sql.insertInto(SWEPT_OBJECT, SWEPT_OBJECT.OBJECT_ID)
                    .values(object)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Long after anybody could still be about to refer to them. */
    void forget() {
        sql.execute("delete from swept_object where swept_at < clock_timestamp() - interval '30 days'");
    }

    /**
     * Whether a backup copies contents out (it may still need what is none any more). Asked after it was looked which those
     * are: one that begins later does not know them.
     */
    boolean held() {
        return sql.fetchSingle("select not pg_try_advisory_xact_lock({0})", val(BackedUpContents.HELD))
                .get(0, boolean.class);
    }

    Set<Place> named(Collection<Place> places) {
        byte[][] asked = places.stream().map(place -> place.digest().bytes()).toArray(byte[][]::new);
        return sql.select(CONTENT.DIGEST, CONTENT.OBJECT_ID)
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(any(asked)))
                .fetchSet(row -> new Place(Digest.of(row.value1()), row.value2()));
    }

    private static UUID[] objects(Collection<Place> places) {
        return places.stream().map(Place::object).filter(Objects::nonNull).toArray(UUID[]::new);
    }
}
