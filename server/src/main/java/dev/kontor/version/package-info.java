/**
 * Versions of datasets, and what is in them: items at a version, branch or draft, folders, contents, zips, previews.
 * Reads only; everything is written through drafts. Owns {@code running_export}, for which versions are kept.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "storage", "picture", "dataset"})
@org.jspecify.annotations.NullMarked
package dev.kontor.version;
