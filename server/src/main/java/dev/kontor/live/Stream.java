package dev.kontor.live;

import dev.kontor.access.Actor;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One open page's stream: hints wait here, each once, until the thread that writes to the page takes them. */
final class Stream {
    private static final int MOST = 100;

    private final Actor actor;
    private final UUID pass;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Set<Hint> waiting = new LinkedHashSet<>();
    private boolean ended;

    Stream(Actor actor, UUID pass) {
        this.actor = actor;
        this.pass = pass;
    }

    Actor actor() {
        return actor;
    }

    UUID pass() {
        return pass;
    }

    /** Never waits: a page that does not read is told once that it missed something. */
    void offer(Hint hint) {
        lock.lock();
        try {
            if (waiting.size() >= MOST) {
                waiting.clear();
                waiting.add(Hint.ALL);
            }
            waiting.add(hint);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, or nothing when the time is up or the stream has ended. */
    List<Hint> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (waiting.isEmpty() && !ended && nanos > 0) {
                nanos = more.awaitNanos(nanos);
            }
            List<Hint> hints = List.copyOf(waiting);
            waiting.clear();
            return hints;
        } finally {
            lock.unlock();
        }
    }
}
