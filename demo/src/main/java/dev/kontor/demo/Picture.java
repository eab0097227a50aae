package dev.kontor.demo;

import java.util.Map;

/** A picture for a dataset: where it goes, its bytes, its labels by type (none if empty). */
record Picture(String path, Content content, Map<String, Object> labels) {
    Picture {
        labels = Map.copyOf(labels);
    }

    static Map<String, Object> classified(String category) {
        return Map.of("CLASSIFICATION", Map.of("category", category));
    }
}
