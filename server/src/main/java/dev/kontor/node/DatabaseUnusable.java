package dev.kontor.node;

/** The external database cannot be used, for the reason that its message gives to whoever starts the server. */
final class DatabaseUnusable extends RuntimeException {
    DatabaseUnusable(String sentence) {
        super(sentence, null, false, false);
    }
}
