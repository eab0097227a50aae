/**
 * Versions written in the usual formats, and labels read from them (O-19): COCO, YOLO, Pascal VOC and Kontor's JSON
 * lines, streamed at constant memory. What a format cannot carry is reported, never dropped in silence.
 * Owns {@code import}, {@code import_item}, {@code import_label}, {@code import_problem}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "web",
            "background",
            "access",
            "audit",
            "identity",
            "storage",
            "picture",
            "label",
            "dataset",
            "version",
            "branch",
            "draft"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.exchange;
