package dev.kontor.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;

/** The shapes in the OpenAPI document of what no record describes: problem documents, and JSON kept as it came. */
final class SchemaShapes {
    private SchemaShapes() {}

    static void add(Components components) {
        Schema<?> text = type("string");
        Schema<?> any = type("object").additionalProperties(true);
        components
                .addSchemas(
                        "Problem",
                        type("object")
                                .addProperty("type", text)
                                .addProperty("title", text)
                                .addProperty("status", type("integer"))
                                .addProperty("code", text)
                                .addProperty("detail", text)
                                .addProperty("field", text)
                                .addProperty("rule", text)
                                .required(List.of("code", "status"))
                                .additionalProperties(true))
                .addSchemas("Metadata", any)
                .addSchemas("Labels", labels(text, any))
                .addSchemas("Box", box(text, any))
                .addSchemas(
                        "Catalog",
                        type("object")
                                .additionalProperties(type("object")
                                        .addProperty("categories", list(category(text)))
                                        .additionalProperties(true)))
                .addSchemas(
                        "Statistics",
                        type("object")
                                .addProperty("labels", by(by(type("integer"))))
                                .addProperty("attributes", by(by(by(type("integer")))))
                                .addProperty("mediaTypes", by(type("integer"))));
    }

    private static Schema<?> labels(Schema<?> text, Schema<?> any) {
        return type("object")
                .addProperty(
                        "CLASSIFICATION",
                        type("object").addProperty("category", text).addProperty("attributes", any))
                .addProperty("BOX2D", list(new JsonSchema().$ref("#/components/schemas/Box")))
                .addProperty("POLYGON", list(label(text, any, "polygon", points())))
                .addProperty("MULTI_POLYGON", list(label(text, any, "multiPolygon", list(points()))))
                .addProperty("POLYLINE2D", list(label(text, any, "polyline2d", points())))
                .addProperty("MULTI_POLYLINE2D", list(label(text, any, "multiPolyline2d", list(points()))))
                .addProperty(
                        "KEYPOINTS2D",
                        list(label(text, any, "keypoints2d", list(point().addProperty("v", type("integer"))))))
                .addProperty(
                        "SENTENCE",
                        list(label(
                                text,
                                any,
                                "sentence",
                                list(type("object")
                                        .addProperty("text", text)
                                        .required(List.of("text"))
                                        .additionalProperties(true)))))
                .additionalProperties(true);
    }

    private static Schema<?> label(Schema<?> text, Schema<?> any, String field, Schema<?> value) {
        return type("object")
                .addProperty(field, value)
                .addProperty("category", text)
                .addProperty("attributes", any)
                .addProperty("instance", text)
                .required(List.of(field));
    }

    private static Schema<?> points() {
        return list(point());
    }

    private static Schema<?> point() {
        return type("object")
                .addProperty("x", type("number"))
                .addProperty("y", type("number"))
                .required(List.of("x", "y"));
    }

    private static Schema<?> box(Schema<?> text, Schema<?> any) {
        Schema<?> edges = type("object");
        List<String> names = List.of("xmin", "ymin", "xmax", "ymax");
        names.forEach(name -> edges.addProperty(name, type("number")));
        return label(text, any, "box2d", edges.required(names));
    }

    private static Schema<?> category(Schema<?> text) {
        return type("object")
                .addProperty("name", text)
                .addProperty("description", text)
                .required(List.of("name"))
                .additionalProperties(true);
    }

    private static Schema<?> by(Schema<?> value) {
        return type("object").additionalProperties(value);
    }

    private static Schema<?> list(Schema<?> items) {
        return type("array").items(items);
    }

    private static Schema<?> type(String type) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
