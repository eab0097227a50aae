/**
 * The SQL of Kontor and the PostgreSQL it runs on: starts the bundled server, applies the migrations, generates the
 * tables for jOOQ. Knows nothing of Spring, so that builds, tests and commands can use it alone.
 */
@NullMarked
package kontor.database;

import org.jspecify.annotations.NullMarked;
