package dev.kontor.identity;

import dev.kontor.web.Name;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wanted access key: what it is called, until when it lives, and to what it is narrowed. */
record NewAccessKey(
        Name name,
        @Nullable Instant expiresAt,
        @Nullable List<UUID> workspaces,
        @Nullable List<String> permissions) {
    private static final int MOST = 100;

    NewAccessKey {
        workspaces = workspaces == null ? null : narrowing("workspaces", workspaces);
        permissions = permissions == null ? null : narrowing("permissions", permissions);
    }

    private static <T> List<T> narrowing(String field, List<T> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw Refusal.UNACCEPTABLE.on(field, "Between 1 and " + MOST + " are named, or the field is left out.");
        }
        return values.stream().distinct().toList();
    }

    NewAccessKey check(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Refusal.UNACCEPTABLE.on("expiresAt", "The key would have expired already.");
        }
        if (permissions != null) {
            permissions.stream()
                    .filter(name -> !Permissions.exists(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw Refusal.UNACCEPTABLE.on("permissions", "There is no permission " + name + ".");
                    });
        }
        return this;
    }
}
