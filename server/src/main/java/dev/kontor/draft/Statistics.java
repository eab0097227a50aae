package dev.kontor.draft;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often each label category, attribute value and media type is there: {@code {"labels": {"BOX2D": {"cat": 3}},
 * "attributes": {"BOX2D": {"indoor": {"true": 2}}}, "mediaTypes": {"image/png": 9}}}. Kept with each version, made from
 * the version before and the change. Values that are no short text, true, false or null, and those beyond the first 100
 * of an attribute, are counted together under the empty name.
 */
final class Statistics {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_VALUES = 100;
    private static final String OTHER = "";

    /** What is counted, of which label type, the attribute's name, and so many more, or fewer, of one name. */
    record Entry(String what, String type, String attribute, String name, long times) {}

    private final Map<String, Map<String, Long>> labels;
    private final Map<String, Map<String, Map<String, Long>>> attributes;
    private final Map<String, Long> mediaTypes;

    private record Body(
            @Nullable Map<String, Map<String, Long>> labels,
            @Nullable Map<String, Map<String, Map<String, Long>>> attributes,
            @Nullable Map<String, Long> mediaTypes) {}

    private Statistics(Body before) {
        labels = new TreeMap<>(requireNonNullElse(before.labels, Map.of()));
        attributes = new TreeMap<>(requireNonNullElse(before.attributes, Map.of()));
        mediaTypes = new TreeMap<>(requireNonNullElse(before.mediaTypes, Map.of()));
    }

    static String after(String before, List<Entry> change) {
        Statistics all = new Statistics(JSON.readValue(before, Body.class));
        change.forEach(all::add);
        all.labels.values().removeIf(Map::isEmpty);
        all.attributes.values().forEach(names -> names.values().removeIf(Map::isEmpty));
        all.attributes.values().removeIf(Map::isEmpty);
        return JSON.writeValueAsString(new Body(all.labels, all.attributes, all.mediaTypes));
    }

    private void add(Entry entry) {
        switch (entry.what()) {
            case "labels" ->
                add(labels.computeIfAbsent(entry.type(), _ -> new TreeMap<>()), entry.name(), entry.times());
            case "attributes" -> addValue(entry);
            default -> add(mediaTypes, entry.name(), entry.times());
        }
    }

    private void addValue(Entry entry) {
        Map<String, Long> values = attributes
                .computeIfAbsent(entry.type(), _ -> new TreeMap<>())
                .computeIfAbsent(entry.attribute(), _ -> new TreeMap<>());
        boolean room = values.containsKey(entry.name()) || entry.times() > 0 && values.size() < MOST_VALUES;
        add(values, room ? entry.name() : OTHER, entry.times());
    }

    /** What is there no more has no name. */
    private static void add(Map<String, Long> names, String name, long times) {
        if (names.merge(name, times, Long::sum) <= 0) {
            names.remove(name);
        }
    }
}
