package dev.kontor.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often each label category and media type is there: {@code {"labels": {"BOX2D": {"cat": 3}}, "mediaTypes":
 * {"image/png": 9}}}. Kept with each version, made from the version before and the change.
 */
final class Statistics {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** So many more, or fewer, of one name; type is that of labels. */
    record Entry(String what, String type, String name, long times) {}

    private final Map<String, Map<String, Long>> labels = new TreeMap<>();
    private final Map<String, Long> mediaTypes = new TreeMap<>();

    private record Body(Map<String, Map<String, Long>> labels, Map<String, Long> mediaTypes) {}

    private Statistics() {}

    static String after(String before, List<Entry> change) {
        Statistics all = new Statistics();
        if (!before.equals("{}")) {
            Body body = JSON.readValue(before, new TypeReference<Body>() {});
            body.labels().forEach((type, names) -> all.labels.put(type, new TreeMap<>(names)));
            all.mediaTypes.putAll(body.mediaTypes());
        }
        change.forEach(all::add);
        all.labels.values().removeIf(Map::isEmpty);
        return JSON.writeValueAsString(new Body(all.labels, all.mediaTypes));
    }

    private void add(Entry entry) {
        Map<String, Long> names = entry.what().equals("labels")
                ? labels.computeIfAbsent(entry.type(), type -> new TreeMap<>())
                : mediaTypes;
        long times = names.merge(entry.name(), entry.times(), Long::sum);
        if (times == 0) {
            names.remove(entry.name());
        }
    }
}
