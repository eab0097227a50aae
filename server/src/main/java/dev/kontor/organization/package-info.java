/**
 * Organizations and their people: registering, inviting colleagues, whose people may be seen (sections 2 and 4). Owns
 * {@code organization}, {@code workforce_access}, {@code user_invitation}, {@code mailed_link},
 * {@code registration}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity"})
@org.jspecify.annotations.NullMarked
package dev.kontor.organization;
