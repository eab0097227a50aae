package dev.kontor.workspace;

import java.time.Instant;

/** The end of a state that comes by the clock, and that people are warned of (O-07). */
public record Ending(Kind kind, Instant deadline) {
    public enum Kind {
        TRIAL,
        PURGE,
        DELETION
    }
}
