/**
 * Datasets of projects and the levels that people hold on them (section 7). Their versions, drafts and items are told
 * of a dataset's end by an event in the same transaction; what else there may be very many rows of leaves as {@link
 * dev.kontor.dataset.Numerous} says. Owns {@code dataset}, {@code dataset_grant}, {@code opening}, {@code leaving_row}, and
 * {@code dataset_word}, which the schema keeps.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "background", "access", "audit", "usage", "member", "collaborator", "project"})
@org.jspecify.annotations.NullMarked
package dev.kontor.dataset;
