package dev.kontor.label;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The forms that geometry and text of a label take; numbers are finite, coordinates pixels of the stored image. */
enum Shape {
    NONE {
        @Override
        void check(JsonNode value, Place at) {}
    },
    MASK {
        @Override
        void check(JsonNode value, Place at) {}
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
    POINTS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (point, place) -> numbers(point, place, "x", "y"));
        }
    },
    MANY_POINTS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, POINTS::check);
        }
    },
    COUNTS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (count, place) -> {
                if (!count.isIntegralNumber() || !count.canConvertToLong() || count.longValue() < 0) {
                    throw place.bad("is a whole number, not negative");
                }
            });
        }
    },
    WORDS {
        @Override
        void check(JsonNode value, Place at) {
            at.eachOf(value, (word, place) -> {
                if (!place.needed(place.object(word), "text").isString()) {
                    throw place.at("text").bad("is a text");
                }
            });
        }
    };

    abstract void check(JsonNode value, Place at);

    private static void numbers(JsonNode value, Place at, String... names) {
        at.object(value);
        for (String name : names) {
            if (!at.needed(value, name).isNumber()) {
                throw at.at(name).bad("is a number");
            }
        }
    }
}
