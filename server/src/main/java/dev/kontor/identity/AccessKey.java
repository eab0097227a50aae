package dev.kontor.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access key as it is shown to its user: never the secret, only its first twelve characters. {@code workspaces} and
 * {@code permissions} are absent where the key is not narrowed.
 */
record AccessKey(
        UUID id,
        String name,
        String prefix,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable List<UUID> workspaces,
        @Nullable List<String> permissions) {}
