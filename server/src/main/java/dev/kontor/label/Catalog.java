package dev.kontor.label;

import static dev.kontor.web.Refusal.BAD_CATALOG;

import dev.kontor.web.Refused;
import dev.kontor.web.Text;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What labels a dataset version may carry: per type its categories and attributes, in TensorBay's JSON, for instance
 * {@code {"BOX2D": {"categories": [{"name": "cat"}], "attributes": [{"name": "indoor", "type": "boolean"}]}}}.
 */
public final class Catalog {
    /** Of a dataset whose catalog was not set: declares nothing. */
    public static final Catalog EMPTY = new Catalog(Map.of());

    private static final List<String> FIELDS = List.of(
            "description",
            "categories",
            "attributes",
            "categoryDelimiter",
            "isTracking",
            "isSample",
            "sampleRate",
            "lexicon",
            "keypoints");
    private static final List<String> NAMED = List.of("categories", "attributes");
    private static final List<String> CATEGORY = List.of("name", "description", "categoryId");

    /** One type: the names of its categories, its attributes by name. */
    record Declared(Set<String> categories, Map<String, Attribute> attributes) {}

    private final Map<LabelType, Declared> types;

    private Catalog(Map<LabelType, Declared> types) {
        this.types = types;
    }

    /** Reads what was checked when it came. */
    public static Catalog kept(String json) {
        return read(JsonMapper.shared().readTree(json));
    }

    /** Reads what somebody sent. */
    public static Catalog read(JsonNode body) {
        Place root = new Place(BAD_CATALOG, "");
        Json.check(body, BAD_CATALOG, "catalog");
        if (!body.isObject()) {
            throw BAD_CATALOG.refused("A catalog is an object by label type.");
        }
        Map<LabelType, Declared> types = new EnumMap<>(LabelType.class);
        for (String name : body.propertyNames()) {
            LabelType type =
                    LabelType.named(name).orElseThrow(() -> root.at(name).bad("is no label type"));
            types.put(type, declared(body.get(name), root.at(name)));
        }
        return new Catalog(types);
    }

    private static Declared declared(JsonNode type, Place at) {
        at.only(at.object(type), FIELDS);
        Set<String> categories = new HashSet<>();
        if (type.has("categories")) {
            at.at("categories").eachOf(type.get("categories"), (category, place) -> {
                place.only(place.object(category), CATEGORY);
                once(categories.add(name(category, place)), place);
            });
        }
        Map<String, Attribute> attributes = new HashMap<>();
        if (type.has("attributes")) {
            at.at("attributes").eachOf(type.get("attributes"), (declared, place) -> {
                Attribute attribute = Attribute.read(declared, place);
                once(attributes.put(attribute.name(), attribute) == null, place);
            });
        }
        return new Declared(Set.copyOf(categories), Map.copyOf(attributes));
    }

    private static void once(boolean first, Place at) {
        if (!first) {
            throw at.bad("is there twice");
        }
    }

    static String name(JsonNode declared, Place at) {
        JsonNode name = at.needed(declared, "name");
        if (!name.isString()) {
            throw at.at("name").bad("is a text");
        }
        try {
            return Text.name(name.stringValue());
        } catch (Refused refused) {
            throw at.at("name").bad(refused.detail());
        }
    }

    /**
     * What any of those catalogs declares; of two declarations of one name the first counts.
     * Refused where that is more than one catalog may hold.
     */
    public static String union(List<String> catalogs) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        for (String catalog : catalogs) {
            JsonNode types = JsonMapper.shared().readTree(catalog);
            for (String type : types.propertyNames()) {
                add(all.withObject(JsonPointer.compile("/" + type)), types.get(type));
            }
        }
        read(all);
        return all.toString();
    }

    /** Whether they say the same. */
    public static boolean same(String one, String other) {
        return JsonMapper.shared().readTree(one).equals(JsonMapper.shared().readTree(other));
    }

    private static void add(ObjectNode declared, JsonNode more) {
        for (String field : more.propertyNames()) {
            JsonNode value = more.get(field);
            if (!declared.has(field)) {
                declared.set(field, value.deepCopy());
            } else if (NAMED.contains(field)) {
                ArrayNode list = (ArrayNode) declared.get(field);
                List<String> names = list.findValuesAsString("name");
                value.valueStream()
                        .filter(one -> !names.contains(one.path("name").asString("")))
                        .forEach(list::add);
            }
        }
    }

    Optional<Declared> declared(LabelType type) {
        return Optional.ofNullable(types.get(type));
    }

    /** Names of the declared types. */
    public List<String> types() {
        return types.keySet().stream().map(Enum::name).toList();
    }
}
