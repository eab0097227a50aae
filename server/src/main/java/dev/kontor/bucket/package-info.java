/**
 * Buckets outside, from which a dataset imports (T-10): write-only credentials, and the jobs that put objects into a
 * draft. Owns {@code authentication_info}, {@code bucket_import}, {@code imported_object}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "web",
            "background",
            "access",
            "audit",
            "identity",
            "node",
            "storage",
            "dataset",
            "version",
            "draft"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.bucket;
