/**
 * Creating requests that are sent twice are done once: with an {@code Idempotency-Key} the answer is kept in the
 * transaction of what it tells of, and given again (docs/decisions). Owns {@code kept_answer}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access"})
@org.jspecify.annotations.NullMarked
package dev.kontor.idempotency;
