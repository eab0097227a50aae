package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Measures what datasets cost at a million items: reading, changing, comparing, going back, and moving bytes. */
final class DataBench {
    private final DataSize size;
    private final DataHome home;
    private final Path bench;
    private final Random random = new Random(20260101);
    private final List<Result> results = new ArrayList<>();

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

    DataBench(DataSize size, Path target, Path bench) {
        this.size = size;
        this.home = new DataHome(
                size.home() == null ? target.resolve("data") : size.home(), size.items(), size.home() != null);
        this.bench = bench;
    }

    void run() throws IOException, SQLException, InterruptedException {
        List<String> flags = new ArrayList<>(
                List.of(System.getProperty("kontor.bench.options", "").split(" +")));
        flags.add("-Xmx512m"); // everything here is to be done with it
        Path app = Path.of(System.getProperty("kontor.bench.app", ""));
        DataHome.Ready ready = home.open();
        say("%d items, ready after %.0f s", size.items(), ready.seconds());
        try (BenchedServer server = BenchedServer.start(new BenchedServer.App(app, flags), bench, home.folder());
                Load load = new Load(server);
                Editor editor = new Editor(server.port(), ready.session())) {
            for (DataSize.Part part : size.parts()) {
                measure(part, new Served(server, load, editor, ready.session()));
            }
            System.out.println(Machine.here(ready.postgres()));
            System.out.println(size.command());
            System.out.println("\n| what | aim | got | serv | db |\n| --- | ---: | ---: | ---: | ---: |");
            results.forEach(System.out::println);
        } finally {
            home.close();
        }
    }

    private record Served(BenchedServer server, Load load, Editor editor, String session) {}

    private void measure(DataSize.Part part, Served on) throws IOException, InterruptedException {
        int port = on.server().port();
        switch (part) {
            case READ -> read(on.load(), on.editor());
            case OPEN -> open(on.load(), on.editor());
            case CHANGE -> results.addAll(new Changing(size, on.server(), on.load(), on.editor()).measure());
            case CHAIN -> results.addAll(new Chains(size, on.load(), on.editor()).measure());
            case FILTER -> filter(on.server(), on.editor());
            case EXPORT -> results.addAll(new Exports(port, on.session(), size.items()).measure());
            case BYTES -> results.addAll(new Bytes(port, on.session(), home.folder(), size.files()).measure());
            case BESIDE ->
                results.addAll(new Comparison(on.server(), on.session(), home.folder(), size.files()).measure());
        }
    }

    /** Somebody elsewhere opened 100,000 datasets to everybody. */
    private void open(Load load, Editor editor) throws IOException, InterruptedException {
        String list = "/api/v1/open-datasets?limit=50";
        List<byte[]> pages = new ArrayList<>(List.of(editor.read(list), editor.read(list + "&sort=-created")));
        for (String next = next(editor, list); pages.size() < 20; next = next(editor, list + "&cursor=" + next)) {
            pages.add(editor.read(list + "&cursor=" + next));
        }
        p95("page of 100,000 open datasets, p95", 30, load, pages);
        List<byte[]> searches = new ArrayList<>();
        for (String words : List.of("a", "7", "cars", "yard trucks", "98765", "12", "nobody", "zzz")) {
            searches.add(editor.read(list + "&q=" + Editor.q(words)));
            searches.add(editor.read(list + "&sort=-created&q=" + Editor.q(words)));
        }
        p95("search of 100,000 open datasets, p95", 30, load, searches);
    }

    private static String next(Editor editor, String list) throws IOException {
        return editor.get(list).get("next").asString();
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
        results.add(p95(title, aim, load, requests, size.each()));
    }

    static Result p95(String title, double aim, Load load, List<byte[]> requests, Duration each)
            throws IOException, InterruptedException {
        Case one = new Case("data", title, requests, 1);
        load.run(one, each.dividedBy(2));
        Figures got = load.run(one, each);
        return new Result(title, "ms", aim, true, got.p95(), got.server(), got.database());
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

    private static void say(String format, Object... values) {
        System.err.println(format.formatted(values));
    }
}
