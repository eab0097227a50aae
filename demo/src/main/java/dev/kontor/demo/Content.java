package dev.kontor.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a picture, read or made when they are sent, and about how many they are. */
record Content(long size, Source source) {
    /** Where they come from. */
    interface Source {
        byte[] bytes() throws IOException;
    }

    static Content of(Path file) throws IOException {
        return new Content(Files.size(file), () -> Files.readAllBytes(file));
    }

    byte[] bytes() throws IOException {
        return source.bytes();
    }
}
