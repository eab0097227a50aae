package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What changes cost, comparing them, and going back. */
final class Changing {
    private static final int CHANGES = 100;
    private static final int WARM = 10;

    private final DataSize size;
    private final BenchedServer server;
    private final Load load;
    private final Editor editor;
    private final Random random = new Random(20260102);
    private final List<DataBench.Result> results = new ArrayList<>();

    Changing(DataSize size, BenchedServer server, Load load, Editor editor) {
        this.size = size;
        this.server = server;
        this.load = load;
        this.editor = editor;
    }

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        addOne();
        commit();
        compareAndGoBack();
        return results;
    }

    private interface Doing {
        void take(int i) throws IOException;
    }

    private static long nanos(Doing doing, int i) throws IOException {
        long start = System.nanoTime();
        doing.take(i);
        return System.nanoTime() - start;
    }

    /** Of everything since then, warming up included. */
    private double perOne(BenchedServer.Usage before, boolean inServer) throws IOException {
        BenchedServer.Usage used = server.usage().since(before);
        return (inServer ? used.server() : used.database()) * 1e3 / (size.samples() + WARM);
    }

    private static double percentile(long[] taken, double share) {
        long[] sorted = taken.clone();
        Arrays.sort(sorted);
        return Figures.percentile(sorted, share);
    }

    private void addOne() throws IOException {
        long[] taken = new long[size.samples()];
        BenchedServer.Usage before = server.usage();
        for (int i = -WARM; i < taken.length; i++) {
            long nanos = nanos(
                    n -> {
                        String draft = editor.draft(Editor.most(), "main");
                        editor.put(draft, "added/" + n + ".txt", bytes(4_096));
                        editor.commit(draft);
                    },
                    i);
            if (i >= 0) taken[i] = nanos;
        }
        results.add(new DataBench.Result(
                "one file added to %,d (draft, upload, commit), p95".formatted(size.items() * 6 / 10),
                "ms",
                50,
                true,
                percentile(taken, 0.95),
                perOne(before, true),
                perOne(before, false)));
    }

    /** The same change on a small and on a large dataset, in turn. */
    private void commit() throws IOException {
        long[] small = new long[size.samples()];
        long[] large = new long[size.samples()];
        for (int i = -WARM; i < size.samples(); i++) {
            long few = committing(Editor.thousand(), 1_000, i);
            long many = committing(Editor.million(), size.items(), i);
            if (i >= 0) {
                small[i] = few;
                large[i] = many;
            }
        }
        double few = percentile(small, 0.5);
        double many = percentile(large, 0.5);
        results.add(new DataBench.Result("commit of 100 changes on 1,000 items, median", "ms", 0, true, few));
        results.add(new DataBench.Result(
                "commit of 100 changes on %,d items, median".formatted(size.items()), "ms", 0, true, many));
        results.add(new DataBench.Result("the second against the first", "times", 1.2, true, many / few));
    }

    private long committing(String dataset, long items, int i) throws IOException {
        String draft = editor.draft(dataset, "main");
        List<String> paths = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (int n = 0; n < CHANGES; n++) {
            // each path is changed once, so that no row of a commit stands on the one before
            paths.add(Editor.path(1 + (n * (items / CHANGES) + i + 7) % items));
            files.add(bytes(64));
        }
        editor.send(editor.batch(draft, paths, files));
        return nanos(n -> editor.commit(draft), i);
    }

    private void compareAndGoBack() throws IOException, InterruptedException {
        List<byte[]> diffs = new ArrayList<>();
        for (var version : editor.get(Editor.million() + "/versions?limit=10").get("items")) {
            diffs.add(editor.read(Editor.million() + "/diff?limit=100&to="
                    + version.get("number").asLong()));
        }
        results.add(DataBench.p95("diff of adjacent versions (100 changes), p95", 10, load, diffs, size.each()));
        long before = editor.get(Editor.million() + "/versions?limit=2")
                .get("items")
                .get(1)
                .get("number")
                .asLong();
        long[] taken = new long[size.samples()];
        BenchedServer.Usage usage = server.usage();
        for (int i = -WARM; i < taken.length; i++) {
            long nanos = nanos(
                    n -> {
                        String name = "b" + (n + WARM);
                        editor.post(Editor.million() + "/branches", "{\"name\":\"" + name + "\"}");
                        editor.post(
                                Editor.million() + "/branches/" + name + "/switch",
                                "{\"version\":\"" + before + "\",\"message\":\"back\"}");
                    },
                    i);
            if (i >= 0) taken[i] = nanos;
        }
        results.add(new DataBench.Result(
                "branch and switch to a version 100 changes back, p95",
                "ms",
                50,
                true,
                percentile(taken, 0.95),
                perOne(usage, true),
                perOne(usage, false)));
        String branch = Editor.million() + "/versions/b0/items?limit=100&cursor=";
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pages.add(editor.read(branch + Editor.after(Editor.path(1 + random.nextLong(size.items())))));
        }
        results.add(DataBench.p95("random page of 100 on a branch, p95", 10, load, pages, size.each()));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
