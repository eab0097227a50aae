package dev.kontor.application;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A PRIVATE dataset of Pia's in Streets, fresh for each test, on which Dora is ADMIN, Dev EDITOR and Mo VIEWER. */
abstract class SharedDataset {
    @Autowired
    Stage stage;

    Cast cast;
    UUID dataset;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @BeforeEach
    void fresh() {
        dataset = dataset(cast.streets);
        level(cast.dora, "ADMIN");
        level(cast.dev, "EDITOR");
        level(cast.mo, "VIEWER");
    }

    UUID dataset(UUID project) {
        return cast.pia
                .post(
                        "projects/" + project + "/datasets",
                        Map.of("name", "Shared " + UUID.randomUUID(), "visibility", "PRIVATE"))
                .ok()
                .id();
    }

    void level(Client whom, String level) {
        cast.ada.put(at("members/" + whom.id()), Map.of("level", level)).says("204");
    }

    String at(String path) {
        return "datasets/" + dataset + "/" + path;
    }

    String levelOf(Client who) {
        Answer answer = who.get("datasets/" + dataset);
        return answer.status() == 200 ? answer.at("/level") : answer.said();
    }

    Answer link(Client who, String level) {
        return who.post(at("links"), Map.of("level", level));
    }

    String linked(Client who, String level) {
        return Cast.token(link(who, level).says("201").at("/link"));
    }

    static Answer follow(Client who, String token) {
        return who.post("dataset-links/" + token + "/application", Map.of());
    }

    /** The one application of somebody to the dataset. */
    String application(Client who) {
        return who.get("me/applications").ok().items().stream()
                .filter(item -> item.at("/datasetId").asString("").equals(dataset.toString()))
                .map(item -> item.at("/id").asString(""))
                .findFirst()
                .orElseThrow();
    }

    void told(Client who, String application, String kind) {
        stage.eventually(() -> who.get("me/notifications?limit=200").ok().items().stream()
                .filter(item -> item.at("/kind").asString("").equals(kind)
                        && item.at("/objectId").asString("").equals(application))
                .findFirst());
    }
}
