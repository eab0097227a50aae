package dev.kontor.usage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a workspace may use, by its plan (A-12, O-08). GB and TB are 1024 times the next smaller unit.
 *
 * @param trial of a workspace on trial: the distinct contents of its projects, without those of open datasets
 * @param enterprise the same on the plan ENTERPRISE
 * @param trialOpen what its open datasets, which do not count otherwise, may hold together
 * @param enterpriseOpen the same on the plan ENTERPRISE
 * @param trialInference how many files labels may be inferred for as long as it is on trial (O-20)
 * @param enterpriseInference the same on the plan ENTERPRISE, which begins anew
 */
@ConfigurationProperties("kontor.quota")
record QuotaSettings(
        @DefaultValue("10GB") DataSize trial,
        @DefaultValue("1TB") DataSize enterprise,
        @DefaultValue("10GB") DataSize trialOpen,
        @DefaultValue("1TB") DataSize enterpriseOpen,
        @DefaultValue("1000") long trialInference,
        @DefaultValue("100000") long enterpriseInference) {
    QuotaSettings {
        if (trial.isNegative()
                || enterprise.isNegative()
                || trialOpen.isNegative()
                || enterpriseOpen.isNegative()
                || trialInference < 0
                || enterpriseInference < 0) {
            throw new IllegalArgumentException("kontor.quota: no quota is negative");
        }
    }
}
