package dev.kontor.background;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Work that nobody waits for, and that others should hardly feel: after each step it rests for twice as long as the step took.
 * Few long steps disturb less than many short ones, each of which pushes in front of what others do.
 */
public final class Resting {
    private static final int TIMES = 2;

    /** A step that had to wait itself says little of how much it took from others. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Resting() {}

    /** @param step says whether there may be more */
    public static void repeat(BooleanSupplier step) {
        long began = System.nanoTime();
        while (step.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(TIMES * (System.nanoTime() - began), LONGEST.toNanos()));
            began = System.nanoTime();
        }
    }
}
