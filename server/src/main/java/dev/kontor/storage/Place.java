package dev.kontor.storage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a large content are.
 *
 * @param object by which name the object store has it; null where it is a file, named by its digest
 */
public record Place(Digest digest, @Nullable UUID object) {}
