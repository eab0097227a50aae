package dev.kontor.storage;

import java.io.IOException;
import java.util.Optional;

/** A place for bytes that says itself which installation's it is. */
interface Marked {
    /** By this name, beside the bytes. */
    String NAME = "installation";

    /** No mark is longer. */
    int LONGEST = 64;

    /** As those who run the server know it. */
    String place();

    /** As those know its mark. */
    String named();

    /** As it says; nothing where nobody has said so yet. */
    Optional<String> mark() throws IOException;

    /** In place of what it said: never by halves. */
    void mark(String installation) throws IOException;
}
