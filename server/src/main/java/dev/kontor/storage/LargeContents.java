package dev.kontor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps the bytes of contents that are too large for a row, by digest. A folder does so here; an object store can take
 * its place.
 */
interface LargeContents {
    /** A new file on this node in which an incoming content waits. Refused where the disk is full. */
    Path waiting() throws IOException;

    /** Takes the waiting file over; it is durable when this returns. */
    void keep(Path waiting, Digest digest) throws IOException;

    InputStream open(Digest digest, long from) throws IOException;

    boolean has(Digest digest);

    /** Removes what is older and not among those that the function keeps of the digests it is asked about. */
    int sweep(Instant before, Function<Collection<Digest>, Set<Digest>> kept) throws IOException;
}
