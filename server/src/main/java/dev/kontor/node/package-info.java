/**
 * One running Kontor: its folder, which it holds alone, and its database. Uses no other module, owns no table.
 */
@NullMarked
@ApplicationModule(
        displayName = "Node",
        allowedDependencies = {})
package dev.kontor.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
