package dev.kontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** How quickly bytes come in and go out, beside what this disk can do at best in the same run. */
final class Bytes {
    private static final int MIB = 1 << 20;

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

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        List<DataBench.Result> results = new ArrayList<>();
        String draft;
        try (Editor editor = new Editor(port, session)) {
            draft = editor.draft(Editor.uploads(), "main");
            // until it is compiled, as for everything else that is measured before
            single(editor, draft, "warm", files * 15);
            results.add(new DataBench.Result(
                    "4 KiB files, one request each",
                    "files/s",
                    1_000,
                    false,
                    single(editor, draft, "one", files * 10)));
            batches(editor, draft, "warm", 4);
            results.add(new DataBench.Result(
                    "4 KiB files in batches of 500",
                    "files/s",
                    5_000,
                    false,
                    batches(editor, draft, "many", files / 5)));
            large(editor, draft, "warm", files);
            double plain = plain();
            double sent = large(editor, draft, "large", files);
            results.add(new DataBench.Result("1 MiB files", "MiB/s", 200, false, sent));
            results.add(
                    new DataBench.Result("SHA-256, write and fsync of 1 MiB at 16 threads", "MiB/s", 0, false, plain));
            results.add(new DataBench.Result("the former of the latter", "%", 40, false, sent / plain * 100));
            editor.commit(draft);
            results.add(new DataBench.Result("zip of a version", "MiB/s", 0, false, zip(editor)));
        }
        return results;
    }

    private double single(Editor editor, String draft, String name, int count)
            throws IOException, InterruptedException {
        return perSecond(count, i -> editor.putting(draft, "4k/" + name + "/" + i, bytes(4_096)));
    }

    private double batches(Editor editor, String draft, String name, int count)
            throws IOException, InterruptedException {
        return 500
                * perSecond(count, b -> {
                    List<String> paths = new ArrayList<>();
                    List<byte[]> contents = new ArrayList<>();
                    for (int i = 0; i < 500; i++) {
                        paths.add("batch/" + name + "/" + b + "/" + i);
                        contents.add(bytes(4_096));
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

    /** What the disk gives without a server. */
    private double plain() throws IOException, InterruptedException {
        Path into = Files.createDirectories(folder.resolve("plain"));
        AtomicInteger next = new AtomicInteger();
        byte[] content = bytes(MIB);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int t = 0; t < Senders.CONNECTIONS; t++) {
            writers.add(() -> {
                for (int i = next.getAndIncrement(); i < files; i = next.getAndIncrement()) {
                    Path file = into.resolve(Editor.sha256(content) + i);
                    try (FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                        channel.write(ByteBuffer.wrap(content));
                        channel.force(true);
                    }
                }
                return null;
            });
        }
        return files / Senders.together(writers);
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
