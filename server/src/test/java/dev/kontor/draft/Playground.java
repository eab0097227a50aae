package dev.kontor.draft;

import dev.kontor.testing.Client;
import dev.kontor.testing.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A dataset of somebody's own, and how it is filled over HTTP. */
record Playground(Client owner, UUID workspace, UUID project, UUID id) {
    static Playground of(Stage stage) {
        Client owner = stage.stranger("Olga");
        UUID workspace = owner.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = owner.post("workspaces/" + workspace + "/projects", Map.of("name", "Streets"))
                .ok()
                .id();
        UUID id = owner.post("projects/" + project + "/datasets", Map.of("name", "Day"))
                .ok()
                .id();
        return new Playground(owner, workspace, project, id);
    }

    String at() {
        return "datasets/" + id;
    }

    /** The open draft's path. */
    String draft() {
        return at() + "/drafts/" + owner.post(at() + "/drafts", Map.of()).ok().at("/number");
    }

    /** The path of the new version. */
    String commit(String draft) {
        return at() + "/versions/"
                + owner.post(draft + "/commit", Map.of("message", "so far"))
                        .says("201")
                        .id();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
