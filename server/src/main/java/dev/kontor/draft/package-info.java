/**
 * Uncommitted changes of a dataset: opened, filled, looked through, discarded or committed as a version. Owns
 * {@code draft}, {@code item}, {@code annot}, {@code loose_annot}, {@code sent_content}, {@code leaving}, {@code leaving_line}, and what commits make: {@code version},
 * {@code catalog}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {
            "web",
            "background",
            "access",
            "audit",
            "usage",
            "storage",
            "picture",
            "label",
            "workspace",
            "dataset",
            "version",
            "branch"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.draft;
