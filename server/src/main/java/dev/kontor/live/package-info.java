/**
 * Tells open pages that something changed: one stream of hints per page (server-sent events), fed by what any node
 * commits (PostgreSQL's notifications). A hint says what kind of thing is worth asking for again, never what it holds.
 * Owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access"})
@org.jspecify.annotations.NullMarked
package dev.kontor.live;
