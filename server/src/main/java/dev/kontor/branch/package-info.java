/**
 * The names by which people find states of a dataset: branches, which go on, and tags, which stay (section 7). A
 * branch's end is told by an event in the same transaction. Owns {@code line}, {@code branch} and {@code tag}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "dataset", "version"})
@org.jspecify.annotations.NullMarked
package dev.kontor.branch;
