/**
 * How many files models infer labels for, against the plan's quota (A-12, O-20): programs with models of their own reserve
 * files of a dataset before, say how many were inferred, and what was not used is given back, by them, by whoever looks after
 * the place, or by the clock.
 * Owns {@code inference_use}, {@code inference_reservation}, {@code inference_month}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"web", "access", "audit", "identity", "usage", "workspace", "dataset"})
@org.jspecify.annotations.NullMarked
package dev.kontor.inference;
