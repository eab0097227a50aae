/**
 * Who may do what: the permission tables, the facts they are asked about, and the two renderings of what a person
 * sees, for a list and for one object. Reads only the views of the schema {@code facts}; owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = "web")
@org.jspecify.annotations.NullMarked
package dev.kontor.access;
