/**
 * Documents and references of a project: files and links for all who see it. Owns {@code document}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "usage", "project", "storage"})
@org.jspecify.annotations.NullMarked
package dev.kontor.document;
