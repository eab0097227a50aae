package dev.kontor.exchange;

import dev.kontor.picture.Picture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A line of YOLO in pixels of its picture. */
final class YoloLabel {
    private final String[] numbers;
    private final BigDecimal width;
    private final BigDecimal height;

    private YoloLabel(String text, Picture picture) {
        this.numbers = text.split(" ");
        this.width = BigDecimal.valueOf(picture.width());
        this.height = BigDecimal.valueOf(picture.height());
    }

    static ObjectNode read(String type, String text, Picture picture) {
        YoloLabel line = new YoloLabel(text, picture);
        ObjectNode label = Exact.JSON.createObjectNode();
        switch (type) {
            case "BOX2D" -> label.set("box2d", line.box());
            case "POLYGON" -> label.set("polygon", line.points(0, 2));
            default -> label.set("keypoints2d", line.points(1, Integer.parseInt(line.numbers[0])));
        }
        return label;
    }

    private ObjectNode box() {
        BigDecimal halfWidth = number(2).divide(BigDecimal.TWO);
        BigDecimal halfHeight = number(3).divide(BigDecimal.TWO);
        return Exact.JSON
                .createObjectNode()
                .put("xmin", pixels(number(0).subtract(halfWidth), width))
                .put("ymin", pixels(number(1).subtract(halfHeight), height))
                .put("xmax", pixels(number(0).add(halfWidth), width))
                .put("ymax", pixels(number(1).add(halfHeight), height));
    }

    private ArrayNode points(int from, int each) {
        ArrayNode points = Exact.JSON.createArrayNode();
        for (int i = from; i < numbers.length; i += each) {
            ObjectNode point =
                    points.addObject().put("x", pixels(number(i), width)).put("y", pixels(number(i + 1), height));
            if (each == 3) {
                point.put("v", number(i + 2).intValue());
            }
        }
        return points;
    }

    private BigDecimal number(int at) {
        return new BigDecimal(numbers[at]);
    }

    private static BigDecimal pixels(BigDecimal part, BigDecimal of) {
        BigDecimal pixels = part.multiply(of)
                .setScale(YoloLine.DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return pixels.scale() < 0 ? pixels.setScale(0) : pixels;
    }
}
