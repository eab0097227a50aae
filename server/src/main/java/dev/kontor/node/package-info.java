/**
 * One running Kontor: its folder, which it holds alone, and its database. Beside it,
 * what the operator does from the shell. Owns no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Node",
        allowedDependencies = {"web", "identity"})
package dev.kontor.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
