package dev.kontor.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes a dataset: its name, the catalog of its labels, and the deliveries that become its versions. */
record Collection(String name, String description, Map<String, Object> catalog, List<Delivery> deliveries) {
    Collection {
        deliveries = List.copyOf(deliveries);
    }

    /** Pictures that are committed together. */
    record Delivery(String message, List<Picture> pictures) {}

    /** The pictures in as many deliveries as there are messages, in order; never an empty one. */
    static List<Delivery> split(List<Picture> pictures, List<String> messages) {
        List<Delivery> deliveries = new ArrayList<>();
        int parts = Math.min(messages.size(), pictures.size());
        for (int i = 0; i < parts; i++) {
            int from = (int) ((long) pictures.size() * i / parts);
            int to = (int) ((long) pictures.size() * (i + 1) / parts);
            deliveries.add(new Delivery(messages.get(i), List.copyOf(pictures.subList(from, to))));
        }
        return deliveries;
    }

    static Map<String, Object> categories(List<String> names) {
        return Map.of(
                "categories", names.stream().map(name -> Map.of("name", name)).toList());
    }
}
