package dev.kontor.exchange;

import dev.kontor.exchange.Exact.Bounds;
import dev.kontor.picture.Picture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Masks as COCO counts them: column by column, pixels off and on by turns. */
final class Runs {
    private Runs() {}

    static CocoShape shape(JsonNode counts, Picture picture) {
        long height = picture.height();
        long at = 0;
        long area = 0;
        long left = Long.MAX_VALUE, top = Long.MAX_VALUE, right = -1, bottom = -1;
        for (int i = 0; i < counts.size(); i++) {
            long run = counts.get(i).longValue();
            long end = at + run;
            if (i % 2 == 1 && run > 0) {
                area += run;
                left = Math.min(left, at / height);
                right = Math.max(right, (end - 1) / height);
                boolean oneColumn = at / height == (end - 1) / height;
                top = Math.min(top, oneColumn ? at % height : 0);
                bottom = Math.max(bottom, oneColumn ? (end - 1) % height : height - 1);
            }
            at = end;
        }
        Bounds bounds = area == 0 ? bounds(0, 0, 0, 0) : bounds(left, top, right + 1, bottom + 1);
        return new CocoShape(bounds, BigDecimal.valueOf(area), List.of(), counts, null, picture);
    }

    private static Bounds bounds(long left, long top, long right, long bottom) {
        return new Bounds(
                BigDecimal.valueOf(left),
                BigDecimal.valueOf(top),
                BigDecimal.valueOf(right),
                BigDecimal.valueOf(bottom));
    }

    /** The counts that a text of COCO's stands for: five bits in each character, differences from the third on. */
    static Optional<ArrayNode> unpacked(String text) {
        ArrayNode counts = Exact.JSON.createArrayNode();
        for (int at = 0; at < text.length(); ) {
            long value = 0;
            int bits = 0;
            boolean more = true;
            while (more) {
                int c = at < text.length() ? text.charAt(at++) - 48 : -1;
                if (c < 0 || c > 63 || bits > 55) {
                    return Optional.empty();
                }
                value |= (long) (c & 0x1f) << bits;
                bits += 5;
                more = (c & 0x20) != 0;
                if (!more && (c & 0x10) != 0) {
                    value |= -1L << bits;
                }
            }
            if (counts.size() > 2) {
                value += counts.get(counts.size() - 2).longValue();
            }
            if (value < 0) {
                return Optional.empty();
            }
            counts.add(value);
        }
        return Optional.of(counts);
    }
}
