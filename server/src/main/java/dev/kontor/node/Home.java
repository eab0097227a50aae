package dev.kontor.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which this node keeps everything ({@code kontor.home}). One process holds it at a time: the file
 * {@code lock} in it is locked, and says who holds it and at which port.
 */
public final class Home implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    public Path folder() {
        return folder;
    }

    static Home hold(Path folder) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            Path file = real.resolve("lock");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new HomeInUse(real, Files.readString(file).strip());
            }
            Home home = new Home(real, channel);
            home.write(Long.toString(ProcessHandle.current().pid()));
            new Exchange(real).resume();
            return home;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Lets others know where this node answers. */
    void announce(int port) {
        write(ProcessHandle.current().pid() + " " + port);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private void write(String text) {
        try {
            lock.truncate(0);
            lock.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
