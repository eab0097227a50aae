/**
 * The people of a workspace and their roles: added, edited, removed by rank (section 5). Whoever owns something that
 * must pass on hears of their leaving in the same transaction. Owns {@code member},
 * {@code former_member}, {@code member_addition}, {@code member_addition_person}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "background", "access", "audit", "identity", "workspace", "invitation"})
@org.jspecify.annotations.NullMarked
package dev.kontor.member;
