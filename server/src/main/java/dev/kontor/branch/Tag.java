package dev.kontor.branch;

import java.time.Instant;
import java.util.UUID;

/**
 * A name that stays with one version.
 *
 * @param version the version's id
 * @param number the version's number
 * @param branch the branch that the version is on
 */
public record Tag(String name, UUID version, long number, String branch, String message, Instant createdAt) {}
