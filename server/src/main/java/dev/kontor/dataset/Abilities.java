package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import java.util.Arrays;
import java.util.List;

/** What an actor with a level may do: what a check would let through. */
final class Abilities {
    private Abilities() {}

    static List<String> of(Actor actor, DatasetLevel level) {
        if (actor.key().isEmpty()) {
            return DatasetPermission.namesHeldBy(level);
        }
        return actor.carried(Arrays.stream(DatasetPermission.values())
                .filter(permission -> permission.heldBy(level) && !Access.keyNeedsUse(actor, permission, level))
                .toList());
    }
}
