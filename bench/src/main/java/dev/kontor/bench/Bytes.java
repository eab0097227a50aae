package dev.kontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How quickly bytes come in and go out, beside what this disk can do at best: in turn, because what a virtual machine's memory
 * and disk give moves threefold within minutes, and after so many that the server is compiled.
 */
final class Bytes {
    private static final int MIB = 1 << 20;
    private static final int WARM = 10;
    private static final int ROUNDS = 9;

    private final int port;
    private final String session;
    private final Path folder;
    private final int files;
    private final Random random = new Random(7);

    Bytes(int port, String session, Path folder, int files) {
        this.port = port;
        this.session = session;
        this.folder = folder;
        this.files = files;
    }

    /** What is measured in turn. */
    private enum Way {
        SINGLE,
        BATCHES,
        LARGE,
        LARGE_BATCHES,
        PLAIN
    }

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        List<DataBench.Result> results = new ArrayList<>();
        try (Editor editor = new Editor(port, session)) {
            String draft = editor.draft(Editor.uploads(), "main");
            double first = single(editor, draft, "first", files * 5);
            Rounds<Way, Double> rounds = new Rounds<>(Way.class);
            rounds.run(WARM, (way, round) -> one(editor, draft, way, "warm-" + round));
            List<Map<Way, Double>> got = rounds.run(ROUNDS, (way, round) -> one(editor, draft, way, "" + round));
            results.add(new DataBench.Result(
                    "4 KiB files, one request each", "files/s", 1_000, false, median(got, Way.SINGLE)));
            results.add(new DataBench.Result(
                    "the same, the first %,d of them".formatted(files * 5), "files/s", 0, false, first));
            results.add(new DataBench.Result(
                    "4 KiB files in batches of 500", "files/s", 5_000, false, median(got, Way.BATCHES)));
            results.add(
                    new DataBench.Result("1 MiB files, one request each", "MiB/s", 200, false, median(got, Way.LARGE)));
            results.add(new DataBench.Result(
                    "1 MiB files in batches of %d".formatted(inBatch()),
                    "MiB/s",
                    200,
                    false,
                    median(got, Way.LARGE_BATCHES)));
            results.add(new DataBench.Result(
                    "SHA-256, write and fsync of 1 MiB at 16 threads", "MiB/s", 0, false, median(got, Way.PLAIN)));
            for (Way way : List.of(Way.LARGE, Way.LARGE_BATCHES)) {
                results.add(new DataBench.Result(
                        way == Way.LARGE ? "one request each, of that" : "in batches, of that",
                        "%",
                        40,
                        false,
                        Figures.median(got, round -> of(round, way) / of(round, Way.PLAIN) * 100)));
            }
            editor.commit(draft);
            results.add(new DataBench.Result("zip of a version", "MiB/s", 0, false, zip(editor)));
        }
        return results;
    }

    private static double median(List<Map<Way, Double>> rounds, Way way) {
        return Figures.median(rounds, round -> of(round, way));
    }

    private static double of(Map<Way, Double> round, Way way) {
        return Objects.requireNonNull(round.get(way));
    }

    private double one(Editor editor, String draft, Way way, String name) throws IOException, InterruptedException {
        return switch (way) {
            case SINGLE -> single(editor, draft, name, files * 5);
            case BATCHES -> 500 * batches(editor, draft, name, files / 8, 500, 4_096); // some for each connection
            case LARGE -> large(editor, draft, name, files / 2);
            case LARGE_BATCHES ->
                inBatch() * batches(editor, draft, "1m-" + name, 2 * Senders.CONNECTIONS, inBatch(), MIB);
            case PLAIN -> plain(name, files / 2);
        };
    }

    private int inBatch() {
        return files * 3 / 100;
    }

    private double single(Editor editor, String draft, String name, int count)
            throws IOException, InterruptedException {
        return perSecond(count, i -> editor.putting(draft, "4k/" + name + "/" + i, bytes(4_096)));
    }

    /** How many batches a second. */
    private double batches(Editor editor, String draft, String name, int count, int each, int size)
            throws IOException, InterruptedException {
        return perSecond(count, b -> {
            List<String> paths = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                paths.add("batch/" + name + "/" + b + "/" + i);
                contents.add(bytes(size));
            }
            return editor.batch(draft, paths, contents);
        });
    }

    private double large(Editor editor, String draft, String name, int count) throws IOException, InterruptedException {
        return perSecond(count, i -> editor.putting(draft, "1m/" + name + "/" + i, bytes(MIB)));
    }

    private interface Making {
        byte[] request(int i) throws IOException;
    }

    /** Requests are made before the clock starts, as many as fit, so that making them is not measured. */
    private double perSecond(int count, Making making) throws IOException, InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(making.request(i));
        }
        return Senders.perSecond(port, requests);
    }

    /** What the disk gives without a server: each file another, digested, written, and waited for. */
    private double plain(String name, int count) throws IOException, InterruptedException {
        Path into = Files.createDirectories(folder.resolve("plain").resolve(name));
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contents.add(bytes(MIB));
        }
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int t = 0; t < Senders.CONNECTIONS; t++) {
            writers.add(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    Path file = into.resolve(Editor.sha256(contents.get(i)));
                    try (FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                        channel.write(ByteBuffer.wrap(contents.get(i)));
                        channel.force(true);
                    }
                }
                return null;
            });
        }
        return count / Senders.together(writers);
    }

    private double zip(Editor editor) throws IOException {
        try (Http http = new Http(port)) {
            long start = System.nanoTime();
            int status = http.send(editor.read(Editor.uploads() + "/versions/main/zip"));
            if (status != 200) {
                throw new IOException("The zip was answered " + status);
            }
            long bytes = editor.get(Editor.uploads()).get("bytes").asLong();
            return bytes / (double) MIB / ((System.nanoTime() - start) / 1e9);
        }
    }

    private synchronized byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
