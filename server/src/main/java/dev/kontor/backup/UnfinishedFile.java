package dev.kontor.backup;

import dev.kontor.node.HomeDatabase.Impossible;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that gets its name when it is whole and durable. Until then it is called {@code ....unfinished}, which the next one
 * with the same name takes over where nobody writes it any more. For nobody's eyes but its owner's.
 */
final class UnfinishedFile implements AutoCloseable {
    private static final String OURS = "rw-------";
    private static final long LOOK_EVERY = 16 << 20;

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final boolean replace;
    private final long reserve;
    private final @Nullable Object key;
    private boolean finished;

    private UnfinishedFile(
            Path file, Path unfinished, FileChannel channel, boolean replace, long reserve, @Nullable Object key) {
        this.file = file;
        this.unfinished = unfinished;
        this.channel = channel;
        this.replace = replace;
        this.reserve = reserve;
        this.key = key;
    }

    /** @param reserve so many bytes of the disk stay free: a server that lives on it must not suffer */
    static UnfinishedFile named(Path file, boolean replace, long reserve) throws IOException {
        requireFree(file, replace);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            takeAway(unfinished);
        }
        FileChannel channel = open(unfinished);
        Object key = key(unfinished);
        lock(channel, unfinished, key);
        return new UnfinishedFile(file, unfinished, channel, replace, reserve, key);
    }

    /** Never written over: in this moment it may have become the file of somebody else. */
    private static void takeAway(Path unfinished) throws IOException {
        Object key = key(unfinished);
        try (FileChannel left = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            lock(left, unfinished, key);
            Files.delete(unfinished);
        } catch (NoSuchFileException gone) {
            // whoever wrote it has ended
        }
    }

    /** By this the system knows the file; nothing where there is none. */
    private static @Nullable Object key(Path unfinished) throws IOException {
        try {
            return Files.readAttributes(unfinished, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /** Of a file that has that name still: a lock of one that was taken away keeps nobody off. */
    private static void lock(FileChannel channel, Path unfinished, @Nullable Object key) throws IOException {
        try {
            if (channel.tryLock() != null && key != null && key.equals(key(unfinished))) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // in this process
        }
        channel.close();
        throw new Impossible("Another backup is writing " + unfinished + " at the moment.");
    }

    private static FileChannel open(Path unfinished) throws IOException {
        try {
            return FileChannel.open(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OURS)));
        } catch (FileAlreadyExistsException other) {
            throw new Impossible("Another backup is writing " + unfinished + " at the moment.");
        } catch (NoSuchFileException none) {
            throw new Impossible("There is no folder " + unfinished.getParent() + ".");
        }
    }

    private static void requireFree(Path file, boolean replace) {
        if (Files.isDirectory(file)) {
            throw new Impossible(file + " is a folder; name a file.");
        }
        if (Files.exists(file) && !replace) {
            throw new Impossible(file + " is there already: name another file, or say --replace.");
        }
    }

    /** Refused where that will not fit, as far as it is known. */
    void require(long bytes) throws IOException {
        long room = room();
        if (room < bytes) {
            throw new Impossible("The disk of %s has room for %,d MiB (%,d MiB stay free), and %,d MiB are needed."
                    .formatted(file, Math.max(room, 0) >> 20, reserve >> 20, bytes >> 20));
        }
    }

    private long room() throws IOException {
        return Files.getFileStore(unfinished).getUsableSpace() - reserve;
    }

    OutputStream out() {
        return new BufferedOutputStream(new Careful(Channels.newOutputStream(channel)), 1 << 20);
    }

    private final class Careful extends FilterOutputStream {
        private long since;

        Careful(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            since += length;
            if (since > LOOK_EVERY) {
                since = 0;
                requireStill(length);
            }
            out.write(bytes, offset, length);
        }

        /** It had begun, so it is a failure and nothing that was impossible. */
        private void requireStill(int bytes) throws IOException {
            if (room() < bytes) {
                throw new Damaged("The disk of %s got full: of it, %,d MiB stay free.".formatted(file, reserve >> 20));
            }
        }

        /** What was written is not durable yet. */
        @Override
        public void close() {}
    }

    /** From here on the file is there, whole, whatever happens. */
    void finish() throws IOException {
        channel.force(true);
        requireFree(file, replace);
        if (!ours()) {
            throw new Damaged(unfinished + " was taken away while it was written.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private boolean ours() throws IOException {
        return channel.isOpen() && key != null && key.equals(key(unfinished)); // closed, its key may be another's
    }

    /** Leaves nothing where it was not finished; what has the name since is another's. */
    @Override
    public void close() throws IOException {
        try {
            if (!finished && ours()) {
                Files.delete(unfinished);
            }
        } finally {
            channel.close();
        }
    }
}
