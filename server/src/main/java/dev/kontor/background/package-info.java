/**
 * Work that people start and that goes on without them (section 10): how it is taken up, waits, and is given up. Owns no
 * table: what is to be done, how far it is and why it stopped stands in the tables of those whose work it is.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web"})
@org.jspecify.annotations.NullMarked
package dev.kontor.background;
