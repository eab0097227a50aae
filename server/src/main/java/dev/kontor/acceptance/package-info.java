/**
 * Following an invitation: what its link shows, accepting it, and how that becomes a membership (O-01, K-05, M-07).
 * Owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {
            "web",
            "access",
            "audit",
            "identity",
            "organization",
            "invitation",
            "member",
            "collaborator"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.acceptance;
