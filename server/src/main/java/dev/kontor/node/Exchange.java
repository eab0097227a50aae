package dev.kontor.node;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what was restored in the place of what a home had. That takes several steps, none of which may be the last: each can
 * be seen in the names of folders, and whoever holds the home next takes those that are missing. What the home had ends
 * in {@code replaced}. Within one home, because that may be a disk of its own.
 */
record Exchange(Path home, Taking taking) {
    private static final String KEY = ".key";

    /** One of the steps, after each of which the process may end. */
    interface Step {
        void take() throws IOException;
    }

    /** How steps are taken. */
    interface Taking {
        void take(Step step) throws IOException;
    }

    Exchange(Path home) {
        this(home, Step::take);
    }

    /** In which it is made: nothing of it counts yet. */
    Path restoring() {
        return home.resolve("restoring");
    }

    Path replaced() {
        return home.resolve("replaced");
    }

    /** What is whole, and on its way into the home. */
    Path restored() {
        return home.resolve("restored");
    }

    private Path replacing() {
        return home.resolve("replacing");
    }

    /** Whether there is something that would be replaced. */
    boolean hasSomething() throws IOException {
        return !own(home).isEmpty();
    }

    /** The one step by which what was restored comes to count. */
    void begin() throws IOException {
        sync(restoring());
        move(restoring(), restored());
        sync(home);
        resume();
    }

    /** Does nothing where nothing has begun. */
    void resume() throws IOException {
        if (Files.exists(restored())) {
            if (!Files.exists(replaced())) {
                taking.take(() -> Files.createDirectories(replacing()));
                moveAll(home, replacing());
                move(replacing(), replaced());
                sync(home);
            }
            moveAll(restored(), home);
            taking.take(() -> Files.delete(restored()));
            forgetEmpty();
        }
    }

    /** Where nothing was replaced. */
    void forgetEmpty() throws IOException {
        if (Files.exists(replaced())
                && !Files.exists(restored())
                && own(replaced()).isEmpty()) {
            taking.take(() -> Files.delete(replaced()));
            sync(home);
        }
    }

    private void move(Path from, Path to) throws IOException {
        taking.take(() -> Files.move(from, to, ATOMIC_MOVE));
    }

    private void moveAll(Path from, Path to) throws IOException {
        for (Path one : own(from)) {
            move(one, to.resolve(one.getFileName()));
        }
        sync(to);
        sync(from);
    }

    /** Rows, contents and keys; also the link where rows are elsewhere. */
    private static List<Path> own(Path folder) throws IOException {
        List<Path> own = Stream.of("postgres", "contents")
                .map(folder::resolve)
                .filter(path -> Files.exists(path, NOFOLLOW_LINKS))
                .toList();
        return Stream.concat(own.stream(), keys(folder).stream()).toList();
    }

    /** Files with which something in the database is encrypted. */
    static List<Path> keys(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(KEY))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
