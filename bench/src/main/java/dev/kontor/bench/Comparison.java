package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Kontor beside s3proxy on a folder of the same disk: the same files up and down by the same client over as many
 * connections, in turn, after all have run for so long that they are compiled. Kontor asks who it is and what they may,
 * digests what comes, keeps versions, and answers when it is on the disk; one s3proxy of three does so, too, as far as it
 * can, and the others do less. Kontor is measured by the quickest of them.
 */
final class Comparison {
    private static final int WARM = 8;
    private static final int ROUNDS = 7;
    private static final int BATCH = 32 << 20;
    private static final int FOLDERS = 4;

    private final BenchedServer server;
    private final String session;
    private final Path folder;
    private final int files;
    private final Random random = new Random(11);

    Comparison(BenchedServer server, String session, Path folder, int files) {
        this.server = server;
        this.session = session;
        this.folder = folder;
        this.files = files;
    }

    /**
     * How files of a size come in and go out.
     *
     * @param warm the size of those that are sent before: the same code runs for it, and it fills no gigabytes
     */
    private record Kind(String title, int size, int count, String unit, int warm) {
        Kind warmUp(int files) {
            return new Kind(title, warm, files * 3, unit, warm);
        }
    }

    /** Files a second, and milliseconds of processor time for each, in the server and in its database. */
    private record Got(double rate, double server, double database) {
        /** The same of files that came many at once. */
        Got each(double files) {
            return new Got(rate * files, server / files, database / files);
        }
    }

    /** Seconds of processor time that a server and its database have used up. */
    private interface Meter {
        double[] read() throws IOException;
    }

    /** What is measured, in this order. */
    private enum Way {
        UP("up in batches"),
        UP_EACH("up, one request each"),
        ALIKE_UP("up, s3proxy that waits for the disk and asks who it is"),
        DURABLE_UP("up, s3proxy that waits for the disk"),
        PLAIN_UP("up, s3proxy as it comes"),
        DOWN("down as %d zips at once".formatted(FOLDERS)),
        DOWN_EACH("down, one request each"),
        ALIKE_DOWN("down, s3proxy that asks who it is"),
        DURABLE_DOWN("down, s3proxy that was made to wait"),
        PLAIN_DOWN("down, s3proxy as it comes");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    List<DataBench.Result> measure() throws IOException, InterruptedException {
        List<DataBench.Result> results = new ArrayList<>();
        try (OtherServer plain = OtherServer.start(folder.resolve("s3proxy"));
                OtherServer durable = OtherServer.start(folder.resolve("s3proxy-durable"), OtherStore.DURABLE);
                OtherServer alike =
                        OtherServer.start(folder.resolve("s3proxy-alike"), OtherStore.DURABLE, OtherStore.GUARDED)) {
            Map<Side, OtherServer> others = Map.of(Side.ALIKE, alike, Side.DURABLE, durable, Side.PLAIN, plain);
            for (Kind kind : List.of(
                    new Kind("4 KiB files", 4_096, files * 5, "files/s", 4_096),
                    new Kind("1 MiB files", 1 << 20, files, "MiB/s", 128 << 10))) {
                results.addAll(compare(kind, others));
            }
        }
        return results;
    }

    /** Who takes part, each in its turn. */
    private enum Side {
        ALIKE,
        DURABLE,
        PLAIN,
        KONTOR
    }

    private List<DataBench.Result> compare(Kind kind, Map<Side, OtherServer> others)
            throws IOException, InterruptedException {
        Rounds<Side, Map<Way, Got>> rounds = new Rounds<>(Side.class);
        Kind warm = kind.warmUp(files);
        rounds.run(WARM, (side, round) -> one(warm, kind.size() + "-warm-" + round, side, others));
        List<Map<Way, Got>> all =
                rounds.run(ROUNDS, (side, round) -> one(kind, kind.size() + "-" + round, side, others)).stream()
                        .flatMap(round -> round.values().stream())
                        .toList();
        Map<Way, Got> middle = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            middle.put(
                    way,
                    middle(all.stream()
                            .filter(one -> one.containsKey(way))
                            .map(one -> of(one, way))
                            .toList()));
        }
        List<DataBench.Result> results = new ArrayList<>();
        for (Way way : Way.values()) {
            // of the ways that Kontor offers, the better one counts
            double aim = way == best(middle, Way.UP, Way.UP_EACH)
                    ? of(middle, best(middle, Way.ALIKE_UP, Way.DURABLE_UP, Way.PLAIN_UP))
                            .rate()
                    : way == best(middle, Way.DOWN, Way.DOWN_EACH)
                            ? of(middle, best(middle, Way.ALIKE_DOWN, Way.DURABLE_DOWN, Way.PLAIN_DOWN))
                                    .rate()
                            : 0;
            Got got = of(middle, way);
            results.add(new DataBench.Result(
                    kind.title() + " " + way.title,
                    kind.unit(),
                    Math.rint(aim),
                    false,
                    got.rate(),
                    got.server(),
                    got.database()));
        }
        return results;
    }

    private static Got of(Map<Way, Got> all, Way way) {
        return Objects.requireNonNull(all.get(way));
    }

    private static Way best(Map<Way, Got> middle, Way... ways) {
        return Arrays.stream(ways)
                .max(Comparator.comparing(way -> of(middle, way).rate()))
                .orElseThrow();
    }

    private Map<Way, Got> one(Kind kind, String name, Side side, Map<Side, OtherServer> others)
            throws IOException, InterruptedException {
        List<byte[]> contents = contents(kind);
        return switch (side) {
            case ALIKE -> beside(others.get(side), name, contents, Way.ALIKE_UP, Way.ALIKE_DOWN);
            case DURABLE -> beside(others.get(side), name, contents, Way.DURABLE_UP, Way.DURABLE_DOWN);
            case PLAIN -> beside(others.get(side), name, contents, Way.PLAIN_UP, Way.PLAIN_DOWN);
            case KONTOR -> here(kind, name, contents);
        };
    }

    private Map<Way, Got> here(Kind kind, String name, List<byte[]> contents) throws IOException, InterruptedException {
        Map<Way, Got> got = new EnumMap<>(Way.class);
        try (Editor editor = new Editor(server.port(), session)) {
            String draft = editor.draft(Editor.uploads(), "main");
            List<byte[]> up = new ArrayList<>();
            List<byte[]> down = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                String path = "beside/" + name + "/" + i % FOLDERS + "/" + i;
                up.add(editor.putting(draft, path, contents.get(i)));
                down.add(editor.read(Editor.uploads() + "/versions/main/content?path=" + Editor.q(path)));
            }
            got.put(Way.UP_EACH, afterAll(server.port(), this::kontor, up));
            List<byte[]> more = contents(kind);
            List<byte[]> batches = batches(editor, draft, name, more);
            got.put(Way.UP, afterAll(server.port(), this::kontor, batches).each((double) more.size() / batches.size()));
            editor.commit(draft);
            got.put(Way.DOWN_EACH, afterAll(server.port(), this::kontor, down));
            List<byte[]> zips = new ArrayList<>();
            for (int i = 0; i < FOLDERS; i++) {
                zips.add(editor.read(
                        Editor.uploads() + "/versions/main/zip?prefix=" + Editor.q("beside/" + name + "/" + i + "/")));
            }
            got.put(Way.DOWN, afterAll(server.port(), this::kontor, zips).each(contents.size() / (double) FOLDERS));
        }
        return got;
    }

    private double[] kontor() throws IOException {
        BenchedServer.Usage usage = server.usage();
        return new double[] {usage.server(), usage.database()};
    }

    /** Starts when all that others left to the system to write is on the disk: nobody pays for those before. */
    private static Got afterAll(int port, Meter meter, List<byte[]> requests) throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
        double[] before = meter.read();
        double rate = Senders.perSecond(port, requests);
        double[] after = meter.read();
        double each = 1e3 / requests.size();
        return new Got(rate, (after[0] - before[0]) * each, (after[1] - before[1]) * each);
    }

    private static List<byte[]> batches(Editor editor, String draft, String name, List<byte[]> contents)
            throws IOException {
        // as many as a batch takes, but some for each connection where they are large
        int most = Math.min(500, BATCH / contents.getFirst().length);
        int each = most == 500 ? most : Math.min(most, Math.ceilDiv(contents.size(), Senders.CONNECTIONS));
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

    private static Map<Way, Got> beside(
            @Nullable OtherServer other, String name, List<byte[]> contents, Way way, Way back)
            throws IOException, InterruptedException {
        Objects.requireNonNull(other);
        List<byte[]> up = new ArrayList<>();
        List<byte[]> down = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            up.add(other.put(name + "-" + i, contents.get(i)));
            down.add(other.get(name + "-" + i));
        }
        return Map.of(way, afterAll(other.port(), other::used, up), back, afterAll(other.port(), other::used, down));
    }

    private static Got middle(List<Got> all) {
        return new Got(
                Figures.median(all, Got::rate), Figures.median(all, Got::server), Figures.median(all, Got::database));
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
}
