package dev.kontor.exchange;

import dev.kontor.draft.PutLabels.Wanted;
import dev.kontor.exchange.Import.Problem;
import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.exchange.ImportRows.LabelRow;
import dev.kontor.picture.Picture;
import dev.kontor.version.Item;
import dev.kontor.web.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what a file says about an item what the item shall have. */
final class ItemLabels {
    private static final JsonMapper USUAL = JsonMapper.shared();

    private final Import one;
    private final Map<String, List<LabelRow>> labels;
    private final List<Problem> problems;
    private final Set<String> types;

    ItemLabels(Import one, Map<String, List<LabelRow>> labels, List<Problem> problems) {
        this.one = one;
        this.labels = labels;
        this.problems = problems;
        this.types = Set.copyOf(one.types());
    }

    /** Nothing where what is said of it was told as a problem. */
    Optional<Wanted> of(Item item, List<ItemRow> said) {
        if (said.isEmpty() || one.format() != Format.JSON_LINES && types.isEmpty()) {
            return Optional.empty();
        }
        if (one.format() == Format.JSON_LINES) {
            JsonNode body = USUAL.readTree(String.valueOf(said.getFirst().body()));
            return Optional.of(new Wanted(change(body, "labels"), change(body, "metadata"), Set.of()));
        }
        ObjectNode all = Exact.JSON.createObjectNode();
        for (ItemRow row : said) {
            labels.getOrDefault(row.key(), List.of()).forEach(label -> add(label, item, all));
        }
        // the file speaks for the types that it has, also where it has none of them at an item
        return Optional.of(new Wanted(new Change.Set<>(USUAL.readTree(all.toString())), new Change.Absent<>(), types));
    }

    private static Change<JsonNode> change(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return new Change.Absent<>();
        }
        return value.isNull() ? new Change.Clear<>() : new Change.Set<>(value);
    }

    private void add(LabelRow row, Item item, ObjectNode all) {
        Optional<String> category = category(row.category());
        if (category.isEmpty()) {
            problems.add(new Problem(
                    item.path(),
                    "A label has a category that the file does not name: "
                            + row.category().substring(row.category().indexOf(':') + 1) + "."));
            return;
        }
        ObjectNode label;
        if (one.format() == Format.YOLO) {
            Picture picture = item.picture();
            if (picture == null) {
                problems.add(new Problem(item.path(), "The size of this picture is not known."));
                return;
            }
            label = YoloLabel.read(row.type(), row.body(), picture);
        } else {
            label = (ObjectNode) Exact.JSON.readTree(row.body());
        }
        label.put("category", category.get());
        all.withArray("/" + row.type()).add(label);
    }

    private Optional<String> category(String called) {
        return one.format() == Format.COCO ? Optional.ofNullable(one.classes().get(called)) : Optional.of(called);
    }
}
