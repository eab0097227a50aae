package dev.kontor.label;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The forms that geometry and text of a label take; numbers are finite, coordinates pixels of the stored image. */
enum Shape {
    NONE {
        @Override
        void check(JsonNode value, Place at) {}
    },
    /** What the values in a mask's pixels stand for; the mask itself is a file. */
    MASK {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (part, place) -> {
                place.only(place.object(part), List.of("categoryId", "instanceId", "attributes"));
                whole(part, "categoryId", place);
                whole(part, "instanceId", place);
                if (part.has("attributes")) {
                    place.at("attributes").object(part.get("attributes"));
                }
            });
        }

        private void whole(JsonNode part, String name, Place at) {
            if (part.has(name) && !natural(part.get(name))) {
                throw at.at(name).bad(NATURAL);
            }
        }
    },
    BOX {
        @Override
        void check(JsonNode value, Place at) {
            numbers(value, at, "xmin", "ymin", "xmax", "ymax");
            at.only(value, List.of("xmin", "ymin", "xmax", "ymax"));
            if (value.get("xmin").doubleValue() > value.get("xmax").doubleValue()) {
                throw at.bad("xmin is not right of xmax");
            }
            if (value.get("ymin").doubleValue() > value.get("ymax").doubleValue()) {
                throw at.bad("ymin is not below ymax");
            }
        }
    },
    CUBOID {
        @Override
        void check(JsonNode value, Place at) {
            at.object(value);
            numbers(at.needed(value, "translation"), at.at("translation"), "x", "y", "z");
            numbers(at.needed(value, "rotation"), at.at("rotation"), "w", "x", "y", "z");
            numbers(at.needed(value, "size"), at.at("size"), "x", "y", "z");
        }
    },
    AREA {
        @Override
        void check(JsonNode value, Place at) {
            points(value, at, 3);
        }
    },
    AREAS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, AREA::check);
        }
    },
    LINE {
        @Override
        void check(JsonNode value, Place at) {
            points(value, at, 2);
        }
    },
    LINES {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, LINE::check);
        }
    },
    /** {@code v}: 0 not in the picture, 1 covered, 2 visible. */
    KEYPOINTS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (point, place) -> {
                numbers(point, place, "x", "y");
                place.only(point, List.of("x", "y", "v"));
                JsonNode v = point.get("v");
                if (v != null && !(natural(v) && v.longValue() <= 2)) {
                    throw place.at("v").bad("is 0, 1 or 2");
                }
            });
        }
    },
    COUNTS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (count, place) -> {
                if (!natural(count)) {
                    throw place.bad(NATURAL);
                }
            });
        }
    },
    WORDS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (word, place) -> {
                place.only(place.object(word), List.of("text", "begin", "end"));
                if (!place.needed(word, "text").isString()) {
                    throw place.at("text").bad("is a text");
                }
                time(word, "begin", place);
                time(word, "end", place);
            });
        }

        private void time(JsonNode word, String name, Place at) {
            if (word.has(name) && !word.get(name).isNumber()) {
                throw at.at(name).bad("is a number of seconds");
            }
        }
    };

    private static final String NATURAL = "is a whole number, not negative";

    abstract void check(JsonNode value, Place at);

    private static void numbers(JsonNode value, Place at, String... names) {
        at.object(value);
        for (String name : names) {
            if (!at.needed(value, name).isNumber()) {
                throw at.at(name).bad("is a number");
            }
        }
    }

    private static void points(JsonNode value, Place at, int least) {
        at.eachOf(value, (point, place) -> {
            numbers(point, place, "x", "y");
            place.only(point, List.of("x", "y"));
        });
        if (value.size() < least) {
            throw at.bad("has at least " + least + " points");
        }
    }

    private static boolean natural(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
    }
}
