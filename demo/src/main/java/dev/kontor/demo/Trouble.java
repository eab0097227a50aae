package dev.kontor.demo;

/** Something that the person at the keyboard can do something about, in one sentence. */
final class Trouble extends RuntimeException {
    Trouble(String sentence) {
        super(sentence);
    }
}
