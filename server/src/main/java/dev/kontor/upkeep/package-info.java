/**
 * What the operator does from the shell with all that is stored: counting it again, looking at every byte and reference.
 * Owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"node", "storage", "usage", "version"})
@org.jspecify.annotations.NullMarked
package dev.kontor.upkeep;
