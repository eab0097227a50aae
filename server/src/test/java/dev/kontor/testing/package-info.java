/** What every test of the server stands on: one PostgreSQL, one server, one cast of people. */
@NullMarked
package dev.kontor.testing;

import org.jspecify.annotations.NullMarked;
