package dev.kontor.backup;

/** Something is not what it has to be; the message says what. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String sentence) {
        super(sentence);
    }
}
