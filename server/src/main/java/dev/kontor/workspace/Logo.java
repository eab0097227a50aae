package dev.kontor.workspace;

/**
 * The picture that a workspace is known by.
 *
 * @param mark changes with the picture
 */
record Logo(String mediaType, byte[] bytes, String mark) {
    static final int MOST_BYTES = 1 << 20;
    /** The square that it is shrunk into, in pixels: twice the largest that pages show. */
    static final int EDGE = 256;
}
