/**
 * The bytes of files by their SHA-256: small ones as rows, larger ones as files, or as objects of a store. Knows
 * nothing of datasets; who may read what is asked before. Owns {@code content}, {@code loose_content}, {@code loose_file},
 * {@code swept_object}, {@code installation}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"background", "web", "node"})
@org.jspecify.annotations.NullMarked
package dev.kontor.storage;
