package dev.kontor.draft;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done to the rows of a path so that a draft shows the wanted value there.
 *
 * @param hide the row of the line's last version ends with this draft
 * @param reveal it does not after all
 * @param drop the row that this draft has put there goes
 * @param put a row with that value comes
 * @param tombstone a row that hides the one of an overlaid line comes
 */
record Plan(
        boolean hide,
        boolean reveal,
        boolean drop,
        @Nullable Value put,
        boolean tombstone) {
    static final Plan NOTHING = new Plan(false, false, false, null, false);

    /** A row on the draft's own line; without a value it is a tombstone. */
    record Row(@Nullable Value value) {}

    /**
     * What is there of a path.
     *
     * @param own the row that the draft has put there
     * @param base the row that the line's last version has there
     * @param hidden whether that row ends with this draft
     * @param below what the overlaid lines have there
     */
    record Current(
            Optional<Row> own,
            Optional<Row> base,
            boolean hidden,
            @Nullable Value below) {
        static final Current ABSENT = new Current(Optional.empty(), Optional.empty(), false, null);

        /** What the draft shows now. */
        @Nullable
        Value shown() {
            if (own.isPresent()) {
                return own.get().value();
            }
            return hidden ? null : before();
        }

        /** What the version before shows. */
        @Nullable
        Value before() {
            return base.isPresent() ? base.get().value() : below;
        }
    }

    static Plan of(Current now, @Nullable Value wanted) {
        if (Objects.equals(now.shown(), wanted)) {
            return NOTHING;
        }
        boolean mine = now.own().isPresent();
        if (Objects.equals(now.before(), wanted)) {
            return new Plan(false, now.hidden(), mine, null, false);
        }
        boolean hide = now.base().isPresent() && !now.hidden();
        return new Plan(hide, false, mine, wanted, wanted == null && now.below() != null);
    }

    boolean nothing() {
        return equals(NOTHING);
    }
}
