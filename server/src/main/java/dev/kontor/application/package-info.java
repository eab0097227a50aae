/**
 * How people come to a level of their own on a dataset: invited by picking, by address or by link, and as applicants whom
 * others let in (T-12 to T-14, O-14). Owns {@code dataset_link}, {@code application}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {
            "web",
            "access",
            "audit",
            "identity",
            "organization",
            "collaborator",
            "member",
            "project",
            "dataset"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.application;
