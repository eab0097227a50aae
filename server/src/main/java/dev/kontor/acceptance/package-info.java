/**
 * How people come into a workspace: by following an invitation (O-01, K-05, M-07), or by coming into an organization whose
 * people become members by themselves (K-10, M-09). Owns {@code waiting_member}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {
            "web",
            "access",
            "audit",
            "identity",
            "organization",
            "workspace",
            "invitation",
            "member",
            "collaborator"
        })
@org.jspecify.annotations.NullMarked
package dev.kontor.acceptance;
