package dev.kontor.usage;

import org.springframework.stereotype.Component;

/** The one place where a plan becomes limits. */
@Component
public class PlanLimits {
    private final QuotaSettings settings;

    PlanLimits(QuotaSettings settings) {
        this.settings = settings;
    }

    /** In bytes: of what counts, and of what is open; and how many files labels may be inferred for. */
    public record Limits(long storage, long openStorage, long inference) {}

    /** @param plan as the workspace's row has it */
    public Limits of(String plan) {
        return switch (plan) {
            case "TRIAL" ->
                new Limits(settings.trial().toBytes(), settings.trialOpen().toBytes(), settings.trialInference());
            case "ENTERPRISE" ->
                new Limits(
                        settings.enterprise().toBytes(),
                        settings.enterpriseOpen().toBytes(),
                        settings.enterpriseInference());
            default -> throw new IllegalArgumentException("No plan is called " + plan);
        };
    }
}
