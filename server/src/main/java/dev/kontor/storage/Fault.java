package dev.kontor.storage;

/** Something in the store or the database that is not as it has to be, as {@code ./kontor check} says it. */
public record Fault(String thing, String wrong) {}
