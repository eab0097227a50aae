package dev.kontor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads no more into memory than one thing may take, whatever somebody sends. */
final class Bounded {
    /** Of one annotation; an item's labels have at most 1 MiB anyway. */
    private static final int TOKENS = 300_000;

    /** So many characters weigh as much as one thing more. */
    private static final int CHARACTERS = 16;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bounded() {}

    /** What the parser is at; nothing where it is too large, which then is passed over. */
    static Optional<JsonNode> tree(JsonParser parser) {
        int[] left = {TOKENS};
        JsonNode tree = node(parser, left);
        return left[0] > 0 ? Optional.of(tree) : Optional.empty();
    }

    private static JsonNode node(JsonParser parser, int[] left) {
        if (--left[0] <= 0) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, left);
            case START_ARRAY -> array(parser, left);
            case VALUE_STRING -> NODES.stringNode(weighed(parser.getString(), left));
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode object(JsonParser parser, int[] left) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = weighed(parser.currentName(), left);
            parser.nextToken();
            JsonNode value = node(parser, left);
            if (left[0] > 0) {
                object.set(name, value);
            }
        }
        return object;
    }

    private static String weighed(String text, int[] left) {
        left[0] -= text.length() / CHARACTERS;
        return text;
    }

    private static JsonNode array(JsonParser parser, int[] left) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = node(parser, left);
            if (left[0] > 0) {
                array.add(value);
            }
        }
        return array;
    }

    /** Lines of a text, without their ends. */
    static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[64 << 10];
        private final int most;
        private int at;
        private int end;
        private long number;

        Lines(InputStream in, int most) {
            this.in = in;
            this.most = most;
        }

        /** How many were read. */
        long number() {
            return number;
        }

        /** @param bytes of it; null of one that is too long */
        record Line(byte @org.jspecify.annotations.Nullable [] bytes) {}

        /** The next; nothing at the end. */
        Optional<Line> next() throws IOException {
            java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream(256);
            boolean any = false;
            boolean tooLong = false;
            while (fill()) {
                any = true;
                int stop = at;
                while (stop < end && buffer[stop] != '\n') {
                    stop++;
                }
                tooLong |= line.size() + (stop - at) > most;
                if (!tooLong) {
                    line.write(buffer, at, stop - at);
                }
                boolean ended = stop < end;
                at = ended ? stop + 1 : stop;
                if (ended) {
                    break;
                }
            }
            if (!any) {
                return Optional.empty();
            }
            number++;
            return Optional.of(new Line(tooLong ? null : line.toByteArray()));
        }

        private boolean fill() throws IOException {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
            }
            return end > 0;
        }
    }
}
