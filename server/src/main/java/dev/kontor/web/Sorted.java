package dev.kontor.web;

/** A row of a list with the key that the database sorted it by: Java's idea of order and lower case is another one. */
public record Sorted<T>(T item, String key) {}
