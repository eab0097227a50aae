package dev.kontor.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a version's statistics and catalog tell without looking at an item. */
record Figures(
        Map<String, Map<String, Long>> labels,
        Map<String, Map<String, Map<String, Long>>> attributes,
        Map<String, Long> mediaTypes,
        JsonNode catalog) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(
            @Nullable Map<String, Map<String, Long>> labels,
            @Nullable Map<String, Map<String, Map<String, Long>>> attributes,
            @Nullable Map<String, Long> mediaTypes) {}

    static Figures of(String statistics, String catalog) {
        Body body = Exact.JSON.readValue(statistics, Body.class);
        return new Figures(
                body.labels == null ? Map.of() : body.labels,
                body.attributes == null ? Map.of() : body.attributes,
                body.mediaTypes == null ? Map.of() : body.mediaTypes,
                Exact.JSON.readTree(catalog));
    }

    Format.Task task() {
        return Format.Task.of(labels);
    }

    /** Names of the categories that a format carries: those that the catalog declares, then others in use. */
    List<String> categories(Format format, Format.Task task) {
        Set<String> names = new LinkedHashSet<>();
        for (String type : catalog.propertyNames()) {
            if (format.carries(type, task)) {
                names.addAll(catalog.get(type).path("categories").findValuesAsString("name"));
            }
        }
        Set<String> used = new TreeSet<>();
        labels.forEach((type, counts) -> {
            if (format.carries(type, task)) {
                used.addAll(counts.keySet());
            }
        });
        names.addAll(used);
        names.remove("");
        return List.copyOf(names);
    }

    /** What cannot come along for certain, with how often, then what cannot where there is such a thing. */
    List<Shortfall.Lost> lost(Format format, Format.Task task) {
        List<Shortfall.Lost> lost = new ArrayList<>();
        if (format == Format.JSON_LINES) {
            return lost;
        }
        certain(Loss.NOT_A_PICTURE, null, others(), lost);
        labels.forEach((type, counts) -> {
            if (!format.carries(type, task)) {
                certain(Loss.LABEL_TYPE, type, sum(counts), lost);
            } else {
                certain(Loss.NO_CATEGORY, type, counts.getOrDefault("", 0L), lost);
            }
        });
        attributes.forEach((type, byName) -> byName.forEach((name, values) -> {
            if (format.carries(type, task) && !format.carriesAttribute(name)) {
                certain(Loss.ATTRIBUTE, name, sum(values), lost);
            }
        }));
        for (Loss loss : Loss.values()) {
            boolean told = lost.stream().anyMatch(one -> one.what() == loss);
            boolean ofAName = loss == Loss.LABEL_TYPE || loss == Loss.ATTRIBUTE || loss == Loss.NOT_A_PICTURE;
            if (loss.happensIn(format) && !told && !ofAName) {
                lost.add(new Shortfall.Lost(loss, null, null, loss.sentence(), List.of()));
            }
        }
        return lost;
    }

    private static void certain(Loss loss, @Nullable String name, long count, List<Shortfall.Lost> lost) {
        if (count > 0) {
            lost.add(new Shortfall.Lost(loss, name, count, loss.sentence(), List.of()));
        }
    }

    private long others() {
        return mediaTypes.entrySet().stream()
                .filter(one -> !one.getKey().startsWith("image/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
