/**
 * The label model (section 7): what a catalog declares and what an item's labels must look like. Rules only, no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = "web")
@org.jspecify.annotations.NullMarked
package dev.kontor.label;
