/**
 * Tells people what concerns them. Only listens: what happened is kept in the outbox until it has been told. Owns no
 * table; the outbox is Spring Modulith's {@code event_publication}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "organization", "workspace"})
@org.jspecify.annotations.NullMarked
package dev.kontor.notification;
