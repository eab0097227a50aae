package dev.kontor.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(byte[] bytes) {
        Sha256 sha = new Sha256();
        sha.add(bytes, bytes.length);
        return sha.hex();
    }

    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** Once: afterwards it begins anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
