/**
 * How users prove who they are: passwords, sessions, access keys, limits on attempts. Owns {@code app_user},
 * {@code session}, {@code access_key}, {@code sign_in_attempt}, {@code password_reset}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit"})
@org.jspecify.annotations.NullMarked
package dev.kontor.identity;
