package dev.kontor.bucket;

import static dev.kontor.web.Refusal.CREDENTIALS_UNREADABLE;

import dev.kontor.node.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Encrypts credentials for the database (AES-256-GCM of the JDK: a nonce of 12 random bytes, then the text and its tag). What
 * was sealed for one dataset and bucket opens for no other: who can write into the database cannot have the server
 * send them elsewhere.
 */
@Component
class Seal {
    private static final String FILE = "bucket.key";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final BucketSettings settings;
    private final ObjectProvider<Home> home;

    Seal(BucketSettings settings, ObjectProvider<Home> home) {
        this.settings = settings;
        this.home = home;
    }

    byte[] seal(UUID datasetId, OutsideBucket bucket, Credentials credentials) {
        byte[] nonce = random(NONCE);
        byte[] text = (credentials.accessKey() + "\n" + credentials.secretKey()).getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, datasetId, bucket).doFinal(text);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refused where they were sealed with another key, or for another bucket. */
    Credentials open(UUID datasetId, OutsideBucket bucket, byte[] sealed) {
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), datasetId, bucket)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            String[] both = new String(text, StandardCharsets.US_ASCII).split("\n", 2);
            return new Credentials(both[0], both[1]);
        } catch (GeneralSecurityException e) {
            throw CREDENTIALS_UNREADABLE.refused();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID datasetId, OutsideBucket bucket)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((datasetId + "\n" + bucket.endpoint() + "\n" + bucket.region() + "\n" + bucket.bucket())
                .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] key() {
        String said = settings.key();
        return Base64.getDecoder().decode(said == null || said.isBlank() ? kept() : said.strip());
    }

    private String kept() {
        Path file = home.getObject().folder().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and for nobody but the server's user. */
    private void make(Path file) throws IOException {
        byte[] key = random(BucketSettings.KEY_BYTES);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(file.getParent(), FILE, "", ours);
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key));
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // somebody was quicker: theirs it is
        } finally {
            Files.delete(fresh);
        }
    }
}
