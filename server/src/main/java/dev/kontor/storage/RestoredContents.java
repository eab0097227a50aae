package dev.kontor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Large contents that come out of a backup, as files of a folder: each compared with its digest, all durable at the end. */
public final class RestoredContents implements AutoCloseable {
    /** So many wait for the disk at once: it takes them together. */
    private static final int AT_ONCE = 16;

    private final FileContents folder;
    private final ExecutorService disk = Executors.newFixedThreadPool(AT_ONCE);
    private final Deque<Future<Place>> waiting = new ArrayDeque<>();

    public RestoredContents(Path folder) throws IOException {
        this.folder = new FileContents(folder, 0);
    }

    /** False where the bytes are not those of the digest: nothing is kept of them. */
    public boolean put(Digest digest, InputStream in) throws IOException {
        Path file = folder.waiting();
        MessageDigest sha = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
            in.transferTo(out);
        }
        if (!Digest.of(sha.digest()).equals(digest)) {
            Files.delete(file);
            return false;
        }
        if (waiting.size() == AT_ONCE) {
            await(waiting.remove());
        }
        waiting.add(disk.submit(() -> folder.keep(file, digest)));
        return true;
    }

    /** Returns when all are durable. */
    public void finish() throws IOException {
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    private static void await(Future<Place> kept) throws IOException {
        try {
            kept.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        disk.shutdownNow();
    }
}
