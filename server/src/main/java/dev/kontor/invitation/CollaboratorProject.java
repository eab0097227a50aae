package dev.kontor.invitation;

import java.util.UUID;

/** A project as it is named to those who give an organization access to it, and see it themselves (K-09). */
public record CollaboratorProject(UUID id, String name, String visibility) {}
