package dev.kontor.testing;

/**
 * What a request did.
 *
 * @param statements how many statements it sent to the database
 * @param changes how many of them changed something besides the log and the bookkeeping of signing in
 * @param logged how many rows of the audit log were committed meanwhile
 * @param alone whether no other request ran at the same time, so that {@code logged} is this one's doing
 */
public record Observation(int statements, int changes, int logged, boolean alone) {
    static final Observation NOTHING = new Observation(0, 0, 0, false);
}
