/**
 * Versions of datasets and what is in them: lines, branches, items at a version, branch or draft, folders, contents,
 * zips, previews. Changes are made by drafts (module {@code draft}). Owns {@code line}, {@code branch},
 * {@code version}, {@code tag}, {@code catalog}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package dev.kontor.version;
