package dev.kontor.project;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Projects of a table's row alone, which Label Partners and Delivery Partners have besides Acme. */
final class Fresh {
    private final Cast cast;

    Fresh(Cast cast) {
        this.cast = cast;
    }

    UUID project(Client creator, String visibility, Client... chosen) {
        UUID id = cast.stage.project(creator, cast.workspace, "Fresh " + UUID.randomUUID(), visibility, chosen);
        for (UUID organization : List.of(cast.labelPartners, cast.deliveryPartners)) {
            if (!organization.equals(creator.organizationId())) {
                cast.ada
                        .patch(
                                cast.at("collaborators/%s", organization),
                                Map.of("projectAccess", Map.of("grant", List.of(id))))
                        .ok();
            }
        }
        return id;
    }

    UUID dataset(Client owner, UUID project, String name) {
        return owner.post("projects/" + project + "/datasets", Map.of("name", name))
                .ok()
                .id();
    }
}
