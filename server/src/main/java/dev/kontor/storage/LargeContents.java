package dev.kontor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes of contents that are too large for a row: as files of a folder, or as objects of a store. */
interface LargeContents {
    /** A new file on this node in which an incoming content waits. Refused where the disk is full. */
    Path waiting() throws IOException;

    /** Takes the waiting bytes over; they are durable when this returns where they are. */
    Place keep(Path waiting, Digest digest) throws IOException;

    /** So many bytes of a content, from there on; it may break off where the store does. */
    InputStream open(Content content, long from, long length) throws IOException;

    /** Where all of it stands on this node; nothing where it does not. */
    default Optional<Path> file(Content content) {
        return Optional.empty();
    }

    boolean has(Place place) throws IOException;

    /** An address from which somebody who may read it fetches it by themself, for a moment; nothing where there is none. */
    default Optional<URI> link(Content content, String mediaType, String disposition) {
        return Optional.empty();
    }

    /** Removes one where it is older; false where it is not. One that is not there is gone already. */
    boolean remove(Place place, Instant before) throws IOException;

    /**
     * Removes what was kept a moment ago, unless somebody else has kept the same since.
     *
     * @param file what the waiting file was known by
     */
    boolean takeBack(Place place, @Nullable Object file) throws IOException;

    /** All places that it takes something away from. */
    List<Marked> marked();

    /** Removes what is older, and what nothing refers to. */
    int sweep(Instant before, Orphans orphans) throws IOException;

    /** Knows what nothing refers to, and sees to it that nothing comes to refer to it while it is taken away. */
    interface Orphans {
        /** @return how many were taken away */
        int take(Collection<Place> places, Removal removal) throws IOException;
    }

    /** Says whether it is gone. */
    interface Removal {
        boolean remove(Place place) throws IOException;
    }
}
