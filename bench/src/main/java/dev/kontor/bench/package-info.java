/**
 * Measures a running Kontor through HTTP. What is in {@code served} is loaded beside the server that is measured, by its
 * class path, and into no other one.
 */
@NullMarked
package dev.kontor.bench;

import org.jspecify.annotations.NullMarked;
