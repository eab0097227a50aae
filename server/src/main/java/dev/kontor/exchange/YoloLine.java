package dev.kontor.exchange;

import dev.kontor.exchange.Exact.Bounds;
import dev.kontor.exchange.Exact.Point;
import dev.kontor.picture.Picture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A label as a line of numbers between 0 and 1, parts of the picture's width and height. */
final class YoloLine {
    /** Finer than that nothing comes back. */
    static final int DECIMALS = 3;

    private static final int WRITTEN = 12;

    private final BigDecimal width;
    private final BigDecimal height;
    private final StringBuilder text = new StringBuilder();
    private final Set<Loss> losses = EnumSet.noneOf(Loss.class);

    YoloLine(Picture picture) {
        this.width = BigDecimal.valueOf(picture.width());
        this.height = BigDecimal.valueOf(picture.height());
    }

    /** Without its class; says false where nothing of it lies in the picture, like the others. */
    boolean box(Bounds box) {
        if (outside(box)) {
            return false;
        }
        Bounds in = new Bounds(
                within(box.left(), width),
                within(box.top(), height),
                within(box.right(), width),
                within(box.bottom(), height));
        part(in.left().add(in.right()).divide(BigDecimal.TWO), width);
        part(in.top().add(in.bottom()).divide(BigDecimal.TWO), height);
        part(in.width(), width);
        part(in.height(), height);
        return true;
    }

    boolean polygon(List<Point> points) {
        if (outside(Bounds.of(points))) {
            return false;
        }
        points.forEach(this::point);
        return true;
    }

    boolean pose(JsonNode points) {
        if (!box(Bounds.of(Exact.points(points)))) {
            return false;
        }
        for (JsonNode point : points) {
            point(Point.of(point));
            if (!point.has("v")) {
                losses.add(Loss.VISIBILITY);
            }
            text.append(' ').append(point.path("v").asInt(2));
        }
        return true;
    }

    private void point(Point point) {
        part(within(point.x(), width), width);
        part(within(point.y(), height), height);
    }

    private boolean outside(Bounds bounds) {
        boolean outside = bounds.right().signum() < 0
                || bounds.bottom().signum() < 0
                || bounds.left().compareTo(width) > 0
                || bounds.top().compareTo(height) > 0;
        if (outside) {
            losses.add(Loss.OUTSIDE);
        }
        return outside;
    }

    private BigDecimal within(BigDecimal value, BigDecimal most) {
        BigDecimal within = value.max(BigDecimal.ZERO).min(most);
        if (within.compareTo(value) != 0) {
            losses.add(Loss.OUTSIDE);
        }
        if (within.stripTrailingZeros().scale() > DECIMALS) {
            losses.add(Loss.ROUNDED);
        }
        return within;
    }

    private void part(BigDecimal value, BigDecimal of) {
        BigDecimal part = value.divide(of, WRITTEN, RoundingMode.HALF_EVEN).stripTrailingZeros();
        text.append(' ').append(part.toPlainString());
    }

    String text() {
        return text.toString();
    }

    Set<Loss> losses() {
        return losses;
    }
}
