/**
 * Datasets made from versions of others, by filtering, merging and duplicating (section 7): jobs that fill the first
 * draft of a new dataset and commit it. They copy no contents. Owns {@code derivation}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "web",
            "background",
            "access",
            "audit",
            "identity",
            "workspace",
            "label",
            "dataset",
            "version",
            "branch",
            "draft"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.derivation;
