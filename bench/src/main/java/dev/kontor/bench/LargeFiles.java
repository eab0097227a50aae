package dev.kontor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** The files of the large contents of {@code life.sql}: every hundredth, old enough to be swept. */
final class LargeFiles {
    private static final int SIZE = 70_000;

    private LargeFiles() {}

    static void write(Path folder, int contents) throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (int k = 0; k < contents; k += 100) {
            String start = "content " + k + " ";
            byte[] bytes = (start + "x".repeat(SIZE - start.length())).getBytes(StandardCharsets.UTF_8);
            String hex = Editor.sha256(bytes);
            Path file = folder.resolve(hex.substring(0, 2))
                    .resolve(hex.substring(2, 4))
                    .resolve(hex);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, old);
        }
    }
}
