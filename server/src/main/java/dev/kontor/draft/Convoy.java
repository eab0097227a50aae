package dev.kontor.draft;

import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests that want the same at the same time get it done together: those who come while one lot is on its way wait, and
 * go as the next. Nothing is decided on facts older than the request. Where a lot is refused, each goes alone, so that
 * nobody is refused for another's sake; a fault (nothing can be reached) is everybody's.
 *
 * @param <K> what all of a lot share: who wants what of whom
 */
final class Convoy<K, I, O> {
    private final int most;
    private final Function<I, Set<?>> names;
    private final BiFunction<K, List<I>, List<O>> together;
    private final ConcurrentHashMap<K, Road<I, O>> roads = new ConcurrentHashMap<>();

    /**
     * @param most names in one lot, unless one alone has more
     * @param names two that share one never go in one lot
     * @param together answers in the order of what was asked
     */
    Convoy(int most, Function<I, Set<?>> names, BiFunction<K, List<I>, List<O>> together) {
        this.most = most;
        this.names = names;
        this.together = together;
    }

    private static final class Road<I, O> {
        final ReentrantLock lock = new ReentrantLock();
        final Queue<Ride<I, O>> waiting = new ConcurrentLinkedQueue<>();
        int users;
    }

    private static final class Ride<I, O> {
        final I asked;
        final Set<?> names;
        volatile @Nullable O answer;
        volatile @Nullable Throwable fault;

        Ride(I asked, Set<?> names) {
            this.asked = asked;
            this.names = names;
        }

        boolean over() {
            return answer != null || fault != null;
        }

        O end() {
            switch (fault) {
                case RuntimeException refused -> throw refused;
                case Error error -> throw error;
                case null, default -> {
                    return Objects.requireNonNull(answer);
                }
            }
        }
    }

    O go(K key, I asked) {
        Ride<I, O> ride = new Ride<>(asked, names.apply(asked));
        Road<I, O> road = enter(key);
        try {
            road.waiting.add(ride);
            road.lock.lock();
            try {
                while (!ride.over()) {
                    depart(key, lot(road.waiting));
                }
            } finally {
                road.lock.unlock();
            }
        } finally {
            leave(key);
        }
        return ride.end();
    }

    private List<Ride<I, O>> lot(Queue<Ride<I, O>> waiting) {
        List<Ride<I, O>> lot = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Iterator<Ride<I, O>> all = waiting.iterator(); all.hasNext(); ) {
            Ride<I, O> next = all.next();
            boolean room = taken.size() + next.names.size() <= most && Collections.disjoint(taken, next.names);
            if (lot.isEmpty() || room) {
                taken.addAll(next.names);
                lot.add(next);
                all.remove();
            }
        }
        return lot;
    }

    private void depart(K key, List<Ride<I, O>> lot) {
        try {
            List<O> answers =
                    together.apply(key, lot.stream().map(ride -> ride.asked).toList());
            for (int i = 0; i < lot.size(); i++) {
                lot.get(i).answer = answers.get(i);
            }
        } catch (RuntimeException | Error fault) {
            if (lot.size() == 1 || !(fault instanceof Refused)) {
                lot.forEach(ride -> ride.fault = fault);
            } else {
                lot.forEach(ride -> depart(key, List.of(ride)));
            }
        }
    }

    private Road<I, O> enter(K key) {
        return roads.compute(key, (k, there) -> {
            Road<I, O> road = there == null ? new Road<>() : there;
            road.users++;
            return road;
        });
    }

    private void leave(K key) {
        roads.computeIfPresent(key, (k, road) -> --road.users == 0 ? null : road);
    }
}
