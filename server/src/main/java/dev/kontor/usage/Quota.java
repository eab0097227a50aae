package dev.kontor.usage;

import dev.kontor.web.Refusal;
import java.util.List;
import java.util.OptionalInt;

/** O-08: how much of something a workspace uses, and how much it may: bytes, or files that labels are inferred for. */
public record Quota(Kind quota, long used, long limit) {
    /** Whoever looks after the workspace is told when so many percent are reached. */
    private static final List<Integer> WARNED_AT = List.of(95, 80);

    public enum Kind {
        STORAGE("storage"),
        OPEN_STORAGE("storage of open datasets"),
        INFERENCE("inferred files");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The hard stop: refused where so much more does not fit. */
    public void admit(long asked) {
        if (asked > 0 && used > limit - asked) {
            throw Refusal.QUOTA_EXCEEDED
                    .refused(quota.words(), human(limit), human(used), human(asked))
                    .with("quota", quota.name())
                    .with("used", used)
                    .with("asked", asked)
                    .with("limit", limit);
        }
    }

    String human(long amount) {
        return quota == Kind.INFERENCE ? "%,d".formatted(amount) : Bytes.human(amount);
    }

    /** The highest warning that so much more crosses. */
    OptionalInt crossed(long more) {
        return WARNED_AT.stream()
                .filter(percent -> !reaches(used, percent) && reaches(used + more, percent))
                .mapToInt(percent -> percent)
                .findFirst();
    }

    /** Limits may be larger than a hundredth of what a long holds. */
    private boolean reaches(long amount, int percent) {
        return amount >= Math.ceil(limit / 100.0 * percent);
    }
}
