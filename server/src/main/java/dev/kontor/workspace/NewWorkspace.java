package dev.kontor.workspace;

import dev.kontor.web.Description;
import dev.kontor.web.Name;
import org.jspecify.annotations.Nullable;

/** A wanted workspace. */
record NewWorkspace(Name name, @Nullable Description description) {}
