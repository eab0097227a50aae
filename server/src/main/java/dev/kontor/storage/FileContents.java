package dev.kontor.storage;

import static dev.kontor.web.Refusal.STORE_FULL;
import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Large contents as files {@code ab/cd/<digest>} of a folder, made durable before anything refers to them. */
class FileContents implements LargeContents {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 500;

    private final Path folder;
    private final Path incoming;
    private final long reserve;
    /** Beginnings of digests whose folder stands in the one above on the disk, too. None is ever removed. */
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    FileContents(Path folder, long reserve) throws IOException {
        this.folder = folder;
        this.incoming = Files.createDirectories(folder.resolve("incoming"));
        this.reserve = reserve;
    }

    @Override
    public Path waiting() throws IOException {
        // not by its file store, for which all that is mounted would be read each time
        if (incoming.toFile().getUsableSpace() < reserve) {
            throw STORE_FULL.refused();
        }
        return Files.createTempFile(incoming, "", ".part");
    }

    @Override
    public Place keep(Path waiting, Digest digest) throws IOException {
        Path outer = folder.resolve(digest.hex().substring(0, 2));
        Path inner = outer.resolve(digest.hex().substring(2, 4));
        // before the bytes are written out: a journal takes the new folders along, and there is less to wait for below
        Files.createDirectories(inner);
        sync(waiting, WRITE);
        settle(digest.hex().substring(0, 2), folder);
        settle(digest.hex().substring(0, 4), outer);
        // also where it is there already: the new file is young, so that no sweep takes it away meanwhile
        Files.move(waiting, place(digest), ATOMIC_MOVE);
        sync(inner, READ);
        return new Place(digest, null);
    }

    /** Once is enough for each: others rely on it only after it was done. */
    private void settle(String beginning, Path above) throws IOException {
        if (!settled.contains(beginning)) {
            sync(above, READ);
            settled.add(beginning);
        }
    }

    @Override
    public Optional<Path> file(Content content) {
        return Optional.of(place(content.digest())).filter(Files::isRegularFile);
    }

    @Override
    public InputStream open(Content content, long from, long length) throws IOException {
        FileChannel file = FileChannel.open(place(content.digest()), READ);
        return Channels.newInputStream(from == 0 ? file : file.position(from)); // a pipe has no position
    }

    @Override
    public boolean has(Place place) {
        return Files.exists(place(place.digest()));
    }

    @Override
    public boolean remove(Place place, Instant before) throws IOException {
        return !has(place) || older(place(place.digest()), before) && removeOld(place.digest(), before);
    }

    @Override
    public boolean takeBack(Place place, @Nullable Object file) throws IOException {
        Path there = place(place.digest());
        Path aside = incoming.resolve(place.digest() + ".back");
        try {
            if (!Objects.equals(key(there), file)) return false;
            Files.move(there, aside, ATOMIC_MOVE);
        } catch (NoSuchFileException another) {
            return true; // took it in this moment
        }
        if (Objects.equals(key(aside), file)) {
            return Files.deleteIfExists(aside);
        }
        Files.move(aside, there, ATOMIC_MOVE);
        return false;
    }

    /** What a file is known by, wherever it is moved to. */
    static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public List<Marked> marked() {
        return List.of(new MarkedFolder(folder));
    }

    @Override
    public int sweep(Instant before, Orphans orphans) throws IOException {
        AtomicInteger removed = new AtomicInteger();
        List<Digest> old = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                if (!is.lastModifiedTime().toInstant().isBefore(before)) return CONTINUE;
                if (file.startsWith(incoming)) {
                    removed.addAndGet(Files.deleteIfExists(file) ? 1 : 0);
                } else if (NAME.matcher(file.getFileName().toString()).matches()) {
                    old.add(new Digest(file.getFileName().toString()));
                    removed.addAndGet(old.size() < CHUNK ? 0 : remove(old, before, orphans));
                }
                return CONTINUE;
            }

            /** Uploads come and go while this looks: what is not there any more is no fault. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) return CONTINUE;
                throw fault;
            }
        });
        return removed.get() + remove(old, before, orphans);
    }

    private int remove(List<Digest> old, Instant before, Orphans orphans) throws IOException {
        List<Place> places = old.stream().map(one -> new Place(one, null)).toList();
        old.clear();
        return orphans.take(places, place -> removeOld(place.digest(), before));
    }

    /** Put aside first and looked at again: somebody may have sent the same content in this moment. */
    private boolean removeOld(Digest digest, Instant before) throws IOException {
        Path place = place(digest);
        Path aside = incoming.resolve(digest + ".old");
        try {
            Files.move(place, aside, ATOMIC_MOVE);
        } catch (NoSuchFileException another) {
            return true; // took it in this moment
        }
        if (older(aside, before)) {
            return Files.deleteIfExists(aside);
        }
        Files.move(aside, place, ATOMIC_MOVE);
        return false;
    }

    private static boolean older(Path file, Instant before) throws IOException {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private Path place(Digest digest) {
        String hex = digest.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static void sync(Path path, java.nio.file.OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
