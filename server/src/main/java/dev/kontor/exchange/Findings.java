package dev.kontor.exchange;

import dev.kontor.exchange.Import.Problem;
import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.exchange.ImportRows.LabelRow;
import dev.kontor.exchange.ImportRows.Use;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a reader finds in a file: collected, and handed on in parts. */
final class Findings {
    private static final int PART = 2_000;
    private static final long PART_BYTES = 8 << 20;
    private static final long MOST_LABELS = 20_000_000;
    private static final long MOST_ITEMS = 10_000_000;
    private static final int MOST_CLASSES = 100_000;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_USES = 10_000;
    private static final int LONGEST = 500;

    private final String folder;
    private final Next next;
    private final Map<String, String> classes = new HashMap<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private Part part = new Part();
    private String catalog = "{}";
    private long items;
    private long labels;

    /** Takes a part; throws where the reading is to end. */
    interface Next {
        void take(Part part);
    }

    /** So much of it. */
    static final class Part {
        final List<ItemRow> items = new ArrayList<>();
        final List<LabelRow> labels = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        private long bytes;
    }

    Findings(String folder, Next next) {
        this.folder = folder;
        this.next = next;
    }

    /** Where in the dataset what the file calls so is; a problem where it cannot be anywhere. */
    Optional<String> path(String inFile, String place) {
        String relative = inFile.startsWith("./") ? inFile.substring(2) : inFile;
        try {
            return Optional.of(new ItemPath(folder + relative).text());
        } catch (Refused bad) {
            problem(place, shortened(inFile) + ": " + bad.detail());
            return Optional.empty();
        }
    }

    void item(ItemRow item) {
        if (++items > MOST_ITEMS) {
            throw Refusal.TOO_LARGE.refused("%,d items".formatted(MOST_ITEMS));
        }
        part.items.add(item);
        grow(item.body() == null ? 0 : item.body().length());
    }

    void label(String key, String type, String category, String body) {
        if (++labels > MOST_LABELS) {
            throw Refusal.TOO_LARGE.refused("%,d labels".formatted(MOST_LABELS));
        }
        types.add(type);
        part.labels.add(new LabelRow(key, labels, type, category, body));
        grow(body.length());
    }

    void problem(String place, String detail) {
        part.problems.add(new Problem(shortened(place), shortened(detail)));
        grow(0);
    }

    /** Every label counts as used, also of items that say all at once. */
    void uses(String type, JsonNode labels) {
        types.add(type);
        for (JsonNode label : labels.isArray() ? labels : List.of(labels)) {
            if (label.path("category").isString() && uses.size() < MOST_USES) {
                uses.add(new Use(type, label.get("category").stringValue()));
            }
        }
    }

    Set<Use> uses() {
        return uses;
    }

    void category(String called, String name) {
        if (classes.size() >= MOST_CLASSES) {
            throw Refusal.TOO_LARGE.refused("%,d categories".formatted(MOST_CLASSES));
        }
        if (called.length() > LONGEST_NAME || name.length() > LONGEST_NAME) {
            throw Refusal.TOO_LARGE.refused("%,d characters of a category's name".formatted(LONGEST_NAME));
        }
        classes.put(called, name);
    }

    void catalog(String json) {
        catalog = json;
    }

    private void grow(long bytes) {
        part.bytes += bytes;
        int size = part.items.size() + part.labels.size() + part.problems.size();
        if (size >= PART || part.bytes >= PART_BYTES) {
            end();
        }
    }

    /** Hands on what there is. */
    void end() {
        Part full = part;
        part = new Part();
        next.take(full);
    }

    Map<String, String> classes() {
        return classes;
    }

    List<String> types() {
        return List.copyOf(types);
    }

    String catalog() {
        return catalog;
    }

    static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
