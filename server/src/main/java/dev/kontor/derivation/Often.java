package dev.kontor.derivation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.label.LabelType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How often each label is there, as a version keeps it: by type and category. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Often(@Nullable Map<String, Map<String, Long>> labels) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Often of(String statistics) {
        return JSON.readValue(statistics, Often.class);
    }

    /** Of any category where none is said. */
    long times(LabelType type, @Nullable String category) {
        Map<String, Long> categories = labels == null ? Map.of() : labels.getOrDefault(type.name(), Map.of());
        return category == null
                ? categories.values().stream().mapToLong(Long::longValue).sum()
                : categories.getOrDefault(category, 0L);
    }
}
