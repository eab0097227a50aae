/**
 * Pictures among the contents: what their headers say, and thumbnails of them. Owns {@code picture}, {@code thumbnail}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "storage"})
@org.jspecify.annotations.NullMarked
package dev.kontor.picture;
