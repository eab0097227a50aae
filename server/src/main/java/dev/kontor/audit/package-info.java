/**
 * Who did what (C-07): one function that a use case calls in its own transaction, and the list that administrators
 * read. Owns {@code audit_event}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access"})
@org.jspecify.annotations.NullMarked
package dev.kontor.audit;
