package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Measures what datasets cost at a million items: reading, changing, comparing, going back, and moving bytes. */
final class DataBench {
    private static final int CHANGES = 100;
    private static final int WARM = 10;

    private final Size size;
    private final DataHome home;
    private final Path bench;
    private final Random random = new Random(20260101);
    private final List<Result> results = new ArrayList<>();

    /** How much of everything. */
    record Size(long items, int samples, Duration each, int files) {
        static Size read(String[] options) {
            Size size = new Size(1_000_000, 50, Duration.ofSeconds(6), 400);
            for (int i = 0; i < options.length; i++) {
                switch (options[i]) {
                    case "--quick" -> size = new Size(50_000, 20, Duration.ofSeconds(3), 100);
                    case "--items" ->
                        size = new Size(Long.parseLong(options[++i]), size.samples, size.each, size.files);
                    default -> throw new IllegalArgumentException("bench data does not know " + options[i] + ".");
                }
            }
            return size;
        }
    }

    /**
     * @param aim what was to be reached; 0 for none
     * @param server milliseconds of processor time that each took in the server, which hold when others are busy on the
     *     machine; likewise in the database; below 0 where it was not looked at
     */
    record Result(String title, String unit, double aim, boolean atMost, double got, double server, double database) {
        Result(String title, String unit, double aim, boolean atMost, double got) {
            this(title, unit, aim, atMost, got, -1, -1);
        }

        boolean met() {
            return aim == 0 || (atMost ? got <= aim : got >= aim);
        }

        @Override
        public String toString() {
            String wanted = aim == 0
                    ? ""
                    : (atMost ? "≤ " : "≥ ")
                            + "%s %s".formatted(aim % 1 == 0 ? "%,.0f".formatted(aim) : String.valueOf(aim), unit);
            return "| %s | %s | %,.2f %s%s | %s | %s |"
                    .formatted(title, wanted, got, unit, met() ? "" : " **missed**", ms(server), ms(database));
        }

        private static String ms(double value) {
            return value < 0 ? "" : "%.2f".formatted(value);
        }
    }

    DataBench(Size size, Path target, Path bench) {
        this.size = size;
        this.home = new DataHome(target.resolve("data"), size.items());
        this.bench = bench;
    }

    void run() throws IOException, SQLException, InterruptedException {
        List<String> flags = new ArrayList<>(
                List.of(System.getProperty("kontor.bench.options", "").split(" +")));
        flags.add("-Xmx512m"); // everything here is to be done with it
        Path app = Path.of(System.getProperty("kontor.bench.app", ""));
        DataHome.Ready ready = home.fill();
        say("%d items, filled in %.0f s", size.items(), ready.seconds());
        try (BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, home.folder());
                Load load = new Load(server);
                Editor editor = new Editor(server.port(), ready.session())) {
            read(load, editor);
            addOne(server, editor);
            commit(editor);
            compareAndGoBack(server, load, editor);
            filter(server, editor);
            results.addAll(new Exports(server.port(), ready.session(), size.items()).measure());
            results.addAll(new Bytes(server.port(), ready.session(), home.folder(), size.files()).measure());
            System.out.println(Machine.here(ready.postgres()));
            System.out.println("./kontor bench data --items " + size.items());
            System.out.println("\n| what | aim | got | serv | db |\n| --- | ---: | ---: | ---: | ---: |");
            results.forEach(System.out::println);
        } finally {
            home.delete();
        }
    }

    private void read(Load load, Editor editor) throws IOException, InterruptedException {
        String at = Editor.million() + "/versions/main";
        List<byte[]> pages = new ArrayList<>();
        List<byte[]> items = new ArrayList<>();
        List<byte[]> folders = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String path = Editor.path(1 + random.nextLong(size.items()));
            pages.add(editor.read(at + "/items?limit=100&cursor=" + Editor.after(path)));
            items.add(editor.read(at + "/item?path=" + Editor.q(path)));
            String folder = random.nextBoolean() ? "" : path.substring(0, path.indexOf('/') + 1);
            folders.add(editor.read(at + "/folder?limit=60&prefix=" + Editor.q(folder)));
        }
        p95("random page of 100 with labels, p95", 10, load, pages);
        p95("one item, p95", 5, load, items);
        p95("folder listing, p95", 10, load, folders);
        p95("statistics of labels, p95", 10, load, List.of(editor.read(Editor.million() + "/preview")));
    }

    private void p95(String title, double aim, Load load, List<byte[]> requests)
            throws IOException, InterruptedException {
        Case one = new Case("data", title, requests, 1);
        load.run(one, size.each().dividedBy(2));
        Figures got = load.run(one, size.each());
        results.add(new Result(title, "ms", aim, true, got.p95(), got.server(), got.database()));
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
    private double perOne(BenchedServer server, BenchedServer.Usage before, boolean inServer) throws IOException {
        BenchedServer.Usage used = server.usage().since(before);
        return (inServer ? used.server() : used.database()) * 1e3 / (size.samples() + WARM);
    }

    private static double percentile(long[] taken, double share) {
        long[] sorted = taken.clone();
        Arrays.sort(sorted);
        return Figures.percentile(sorted, share);
    }

    private void addOne(BenchedServer server, Editor editor) throws IOException {
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
        results.add(new Result(
                "one file added to %,d (draft, upload, commit), p95".formatted(size.items() * 6 / 10),
                "ms",
                50,
                true,
                percentile(taken, 0.95),
                perOne(server, before, true),
                perOne(server, before, false)));
    }

    /** The same change on a small and on a large dataset, in turn. */
    private void commit(Editor editor) throws IOException {
        long[] small = new long[size.samples()];
        long[] large = new long[size.samples()];
        for (int i = -WARM; i < size.samples(); i++) {
            long few = committing(editor, Editor.thousand(), 1_000, i);
            long many = committing(editor, Editor.million(), size.items(), i);
            if (i >= 0) {
                small[i] = few;
                large[i] = many;
            }
        }
        double few = percentile(small, 0.5);
        double many = percentile(large, 0.5);
        results.add(new Result("commit of 100 changes on 1,000 items, median", "ms", 0, true, few));
        results.add(
                new Result("commit of 100 changes on %,d items, median".formatted(size.items()), "ms", 0, true, many));
        results.add(new Result("the second against the first", "times", 1.2, true, many / few));
    }

    private long committing(Editor editor, String dataset, long items, int i) throws IOException {
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

    private void compareAndGoBack(BenchedServer server, Load load, Editor editor)
            throws IOException, InterruptedException {
        List<byte[]> diffs = new ArrayList<>();
        for (var version : editor.get(Editor.million() + "/versions?limit=10").get("items")) {
            diffs.add(editor.read(Editor.million() + "/diff?limit=100&to="
                    + version.get("number").asLong()));
        }
        p95("diff of adjacent versions (100 changes), p95", 10, load, diffs);
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
        results.add(new Result(
                "branch and switch to a version 100 changes back, p95",
                "ms",
                50,
                true,
                percentile(taken, 0.95),
                perOne(server, usage, true),
                perOne(server, usage, false)));
        String branch = Editor.million() + "/versions/b0/items?limit=100&cursor=";
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pages.add(editor.read(branch + Editor.after(Editor.path(1 + random.nextLong(size.items())))));
        }
        p95("random page of 100 on a branch, p95", 10, load, pages);
    }

    /** From asking for it until the new dataset is there, its background job included: the slowest of three. */
    private void filter(BenchedServer server, Editor editor) throws IOException, InterruptedException {
        editor.filter("warm");
        BenchedServer.Usage before = server.usage();
        double slowest = 0;
        for (int i = 0; i < 3; i++) {
            slowest = Math.max(slowest, editor.filter("one in a hundred " + i));
        }
        BenchedServer.Usage used = server.usage().since(before);
        results.add(new Result(
                "filter of 1 % by label into a new dataset, slowest of 3",
                "ms", 1_000, true, slowest, used.server() * 1e3 / 3, used.database() * 1e3 / 3));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void say(String format, Object... values) {
        System.err.println(format.formatted(values));
    }
}
