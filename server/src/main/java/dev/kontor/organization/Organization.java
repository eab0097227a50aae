package dev.kontor.organization;

import java.time.Instant;
import java.util.UUID;

/** A company, team or institution; every user belongs to exactly one. */
public record Organization(UUID id, String name, String code, Instant createdAt, long revision) {}
