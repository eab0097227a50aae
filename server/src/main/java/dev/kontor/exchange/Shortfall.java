package dev.kontor.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what did not come along, with some examples of each. */
final class Shortfall {
    private static final int EXAMPLES = 20;
    private static final int NAMES = 1_000;

    private final Map<Key, Count> counts = new HashMap<>();

    private record Key(Loss loss, String name) {}

    private static final class Count {
        private long times;
        private final List<String> examples = new ArrayList<>();
    }

    /**
     * @param what the kind of loss
     * @param name of the label type or attribute, where the loss is about one
     * @param count how often; null where that is not known beforehand
     * @param examples paths of the first items that it happened to
     */
    record Lost(Loss what, @Nullable String name, @Nullable Long count, String sentence, List<String> examples) {
        Lost {
            examples = List.copyOf(examples);
        }
    }

    void add(Loss loss, String path) {
        add(loss, "", path);
    }

    /** Names beyond the first thousand are counted together. */
    void add(Loss loss, String name, String path) {
        Key key = new Key(loss, name);
        if (!counts.containsKey(key) && counts.size() >= NAMES) {
            key = new Key(loss, "");
        }
        Count count = counts.computeIfAbsent(key, _ -> new Count());
        count.times++;
        if (count.examples.size() < EXAMPLES && !count.examples.contains(path)) {
            count.examples.add(path);
        }
    }

    /** Kinds in their order. */
    List<Lost> lost() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::loss).thenComparing(Key::name)))
                .map(one -> new Lost(
                        one.getKey().loss(),
                        one.getKey().name().isEmpty() ? null : one.getKey().name(),
                        one.getValue().times,
                        one.getKey().loss().sentence(),
                        one.getValue().examples))
                .toList();
    }
}
