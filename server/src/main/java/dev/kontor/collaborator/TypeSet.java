package dev.kontor.collaborator;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.access.CollaborationType;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;

/** Collaboration types as they are given: at least one (K-07), never OWNER (K-01). */
record TypeSet(Set<CollaborationType> types) {
    TypeSet {
        types = Set.copyOf(types);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TypeSet of(List<CollaborationType> types) {
        if (types.isEmpty()) {
            throw Refusal.UNACCEPTABLE.refused("At least one collaboration type stays (K-07).");
        }
        if (types.contains(CollaborationType.OWNER)) {
            throw Refusal.OWNER_NOT_ASSIGNABLE.refused();
        }
        return new TypeSet(Set.copyOf(types));
    }
}
