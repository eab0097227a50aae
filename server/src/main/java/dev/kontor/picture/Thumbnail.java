package dev.kontor.picture;

/** A small upright picture of a picture, within a square. */
public record Thumbnail(String mediaType, byte[] bytes) {}
