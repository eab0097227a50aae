package dev.kontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Kontor beside s3proxy on a folder of the same disk: the same files up and down by the same client over as many
 * connections, in turn. Kontor keeps versions, asks who it is and what they may, checks digests and answers when it is on
 * the disk; s3proxy does nothing of that, so the one that at least waits for the disk is what Kontor is measured by.
 */
final class Comparison {
    private static final int ROUNDS = 5;
    private static final int BATCH = 32 << 20;

    private final int port;
    private final String session;
    private final Path folder;
    private final int files;
    private final Random random = new Random(11);

    Comparison(int port, String session, Path folder, int files) {
        this.port = port;
        this.session = session;
        this.folder = folder;
        this.files = files;
    }

    /** How files of a size come in and go out. */
    private record Kind(String title, int size, int count, String unit) {}

    /** What is measured, in this order. */
    private enum Way {
        UP("up in batches"),
        UP_EACH("up, one request each"),
        DURABLE_UP("up, s3proxy that waits for the disk"),
        PLAIN_UP("up, s3proxy as it comes"),
        DOWN("down as a zip"),
        DOWN_EACH("down, one request each"),
        DURABLE_DOWN("down, s3proxy"),
        PLAIN_DOWN("down, s3proxy as it comes");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        List<DataBench.Result> results = new ArrayList<>();
        try (Other plain = Other.start(folder.resolve("s3proxy"), false);
                Other durable = Other.start(folder.resolve("s3proxy-durable"), true)) {
            for (Kind kind : List.of(
                    new Kind("4 KiB files", 4_096, files * 5, "files/s"),
                    new Kind("1 MiB files", 1 << 20, files / 2, "MiB/s"))) {
                results.addAll(compare(kind, plain, durable));
            }
        }
        return results;
    }

    private List<DataBench.Result> compare(Kind kind, Other plain, Other durable)
            throws IOException, InterruptedException {
        double[][] got = new double[Way.values().length][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double[] once = round(kind, kind.size() + "-" + (round + 1), plain, durable);
            for (int i = 0; round >= 0 && i < once.length; i++) {
                got[i][round] = once[i];
            }
        }
        double[] middle = Arrays.stream(got).mapToDouble(Comparison::median).toArray();
        List<DataBench.Result> results = new ArrayList<>();
        for (Way way : Way.values()) {
            // of the ways that Kontor offers, the better one counts
            double aim = way == best(middle, Way.UP, Way.UP_EACH)
                    ? middle[Way.DURABLE_UP.ordinal()]
                    : way == best(middle, Way.DOWN, Way.DOWN_EACH) ? middle[Way.DURABLE_DOWN.ordinal()] : 0;
            results.add(new DataBench.Result(
                    kind.title() + " " + way.title, kind.unit(), Math.rint(aim), false, middle[way.ordinal()]));
        }
        return results;
    }

    private static Way best(double[] middle, Way one, Way other) {
        return middle[one.ordinal()] >= middle[other.ordinal()] ? one : other;
    }

    private double[] round(Kind kind, String name, Other plain, Other durable)
            throws IOException, InterruptedException {
        List<byte[]> contents = contents(kind);
        double[] got = new double[Way.values().length];
        try (Editor editor = new Editor(port, session)) {
            String draft = editor.draft(Editor.uploads(), "main");
            List<byte[]> up = new ArrayList<>();
            List<byte[]> down = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                String path = "beside/" + name + "/" + i;
                up.add(editor.putting(draft, path, contents.get(i)));
                down.add(editor.read(Editor.uploads() + "/versions/main/content?path=" + Editor.q(path)));
            }
            got[Way.UP_EACH.ordinal()] = afterAll(port, up);
            List<byte[]> others = contents(kind);
            List<byte[]> batches = batches(editor, draft, name, others);
            got[Way.UP.ordinal()] = afterAll(port, batches) * others.size() / batches.size();
            editor.commit(draft);
            got[Way.DOWN_EACH.ordinal()] = afterAll(port, down);
            byte[] zip =
                    editor.read(Editor.uploads() + "/versions/main/zip?prefix=" + Editor.q("beside/" + name + "/"));
            got[Way.DOWN.ordinal()] = afterAll(port, List.of(zip)) * contents.size();
        }
        beside(durable, name, contents, got, Way.DURABLE_UP, Way.DURABLE_DOWN);
        beside(plain, name, contents, got, Way.PLAIN_UP, Way.PLAIN_DOWN);
        return got;
    }

    /** Starts when all that others left to the system to write is on the disk: nobody pays for those before. */
    private static double afterAll(int port, List<byte[]> requests) throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
        return Senders.perSecond(port, requests);
    }

    private static List<byte[]> batches(Editor editor, String draft, String name, List<byte[]> contents)
            throws IOException {
        int each = Math.min(500, BATCH / contents.getFirst().length);
        List<byte[]> batches = new ArrayList<>();
        for (int from = 0; from < contents.size(); from += each) {
            List<byte[]> some = contents.subList(from, Math.min(contents.size(), from + each));
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                paths.add("batch-beside/" + name + "/" + (from + i));
            }
            batches.add(editor.batch(draft, paths, some));
        }
        return batches;
    }

    private void beside(Other other, String name, List<byte[]> contents, double[] got, Way way, Way back)
            throws IOException, InterruptedException {
        List<byte[]> up = new ArrayList<>();
        List<byte[]> down = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            String path = "/" + OtherStore.BUCKET + "/" + name + "-" + i;
            up.add(Http.request("PUT", path, "application/octet-stream", contents.get(i), session));
            down.add(Http.get(path));
        }
        got[way.ordinal()] = afterAll(other.port(), up);
        got[back.ordinal()] = afterAll(other.port(), down);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private List<byte[]> contents(Kind kind) {
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < kind.count(); i++) {
            byte[] bytes = new byte[kind.size()];
            random.nextBytes(bytes);
            contents.add(bytes);
        }
        return contents;
    }

    /** A running {@link OtherStore}. */
    private record Other(Process process, int port) implements AutoCloseable {
        static Other start(Path folder, boolean durable) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("kontor.bench.other", ""),
                    OtherStore.class.getName(),
                    folder.toString()));
            if (durable) {
                command.add("durable");
            }
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said = process.inputReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(OtherStore.READY)) {
                    return new Other(process, Integer.parseInt(line.substring(OtherStore.READY.length())));
                }
            }
            throw new IOException("s3proxy did not start");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
