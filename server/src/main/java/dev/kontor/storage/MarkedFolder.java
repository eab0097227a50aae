package dev.kontor.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A folder with a file that says whose it is. */
record MarkedFolder(Path folder) implements Marked {
    @Override
    public String place() {
        return "folder " + folder;
    }

    @Override
    public String named() {
        return "the file " + folder.resolve(NAME);
    }

    @Override
    public Optional<String> mark() throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(NAME))) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void mark(String installation) throws IOException {
        Path file = Files.createTempFile(folder.resolve("incoming"), NAME, "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(installation + "\n"));
            channel.force(true);
        }
        Files.move(file, folder.resolve(NAME), ATOMIC_MOVE);
    }
}
