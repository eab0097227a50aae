package dev.kontor.exchange;

import dev.kontor.picture.Picture;
import dev.kontor.version.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** COCO: one JSON with pictures, annotations and categories. */
final class WriteCoco {
    private final Outgoing outgoing;
    private final Map<String, Integer> categories;
    private long image;
    private long annotation;

    private WriteCoco(Outgoing outgoing) {
        this.outgoing = outgoing;
        this.categories = outgoing.numbered(1);
    }

    static void write(Outgoing outgoing) throws IOException {
        try (OutputStream out = outgoing.zip().begin("annotations.json")) {
            JsonGenerator json = Exact.JSON.createGenerator(out);
            new WriteCoco(outgoing).all(json);
            json.close();
        }
        if (outgoing.images()) {
            outgoing.pages().eachWithContent((item, content) -> {
                if (item.picture() != null) {
                    outgoing.image(item.path(), content);
                }
            });
        }
    }

    private void all(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Outgoing.About about = outgoing.about();
        json.writeName("info").writeStartObject();
        json.writeStringProperty("description", about.dataset());
        json.writeStringProperty("version", String.valueOf(about.version()));
        json.writeStringProperty("date_created", about.committed().toString());
        json.writeEndObject();
        json.writeName("licenses").writeStartArray().writeEndArray();
        json.writeName("images").writeStartArray();
        outgoing.pages().each(item -> image(item, json));
        json.writeEndArray();
        image = 0;
        json.writeName("annotations").writeStartArray();
        outgoing.pages().each(item -> annotations(item, json));
        json.writeEndArray();
        categories(json);
        json.writeEndObject();
    }

    private void image(Item item, JsonGenerator json) {
        Picture picture = item.picture();
        if (picture == null) {
            outgoing.shortfall().add(Loss.NOT_A_PICTURE, item.path());
            return;
        }
        if (item.metadata() != null) {
            outgoing.shortfall().add(Loss.METADATA, item.path());
        }
        json.writeStartObject();
        json.writeNumberProperty("id", ++image);
        json.writeStringProperty("file_name", item.path());
        json.writeNumberProperty("width", picture.width());
        json.writeNumberProperty("height", picture.height());
        json.writeEndObject();
    }

    private void annotations(Item item, JsonGenerator json) {
        Picture picture = item.picture();
        if (picture == null) {
            return;
        }
        image++;
        for (One one : One.of(item)) {
            if (outgoing.carries(one, item.path())) {
                CocoShape shape =
                        CocoShape.of(one, picture, loss -> outgoing.shortfall().add(loss, item.path()));
                if (shape != null) {
                    annotation(one, shape, json);
                }
            }
        }
    }

    private void annotation(One one, CocoShape shape, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("id", ++annotation);
        json.writeNumberProperty("image_id", image);
        json.writeNumberProperty(
                "category_id",
                Objects.requireNonNull(categories.get(one.category().orElseThrow())));
        shape.write(json);
        JsonNode attributes = one.body().get("attributes");
        if (attributes != null) {
            json.writeName("attributes").writeTree(attributes);
        }
        json.writeEndObject();
    }

    private void categories(JsonGenerator json) {
        JsonNode keypoints = outgoing.figures().catalog().path("KEYPOINTS2D");
        var posed = keypoints.path("categories").findValuesAsString("name");
        JsonNode named = keypoints.path("keypoints").path(0).path("names");
        json.writeName("categories").writeStartArray();
        for (String name : outgoing.categories()) {
            json.writeStartObject();
            json.writeNumberProperty("id", Objects.requireNonNull(categories.get(name)));
            json.writeStringProperty("name", name);
            json.writeStringProperty("supercategory", "");
            if (posed.contains(name) && named.isArray()) {
                json.writeName("keypoints").writeTree(named);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
