/**
 * All of a Kontor in one file, and out of it again: what {@code ./kontor backup} and {@code ./kontor restore} do. The database is copied
 * as rows, in one state of it, table by table as its catalog names them; large contents follow, each once. Knows no table by
 * name, so that none can be forgotten. Owns no table.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"node", "storage", "web"})
@org.jspecify.annotations.NullMarked
package dev.kontor.backup;
